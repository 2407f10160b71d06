// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.docs.recipes.softdelete;

/** Somebody in the directory. */
record Person(String number, String name) {}
