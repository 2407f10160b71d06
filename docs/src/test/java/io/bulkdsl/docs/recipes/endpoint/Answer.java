// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.docs.recipes.endpoint;

/** What became of an element: created, updated, unchanged, or rejected and why. */
record Answer(String status, String reason) {}
