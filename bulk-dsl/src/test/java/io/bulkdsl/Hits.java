// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

/** A row of a caller's: a name and a number for it. */
record Hits(String name, int n) {}
