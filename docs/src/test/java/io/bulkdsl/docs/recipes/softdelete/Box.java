// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.docs.recipes.softdelete;

/** A mailbox that is open. */
record Box(String address, String owner) {}
