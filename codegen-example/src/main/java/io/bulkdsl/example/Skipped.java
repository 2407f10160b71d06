// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.example;

/** A file or folder that was left out, and why. */
record Skipped(String name, String reason) {}
