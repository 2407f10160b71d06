// SPDX-License-Identifier: Apache-2.0
/** A progress bar for bulk statements in batches. */
@NullMarked
package io.bulkdsl.progressbar;

import org.jspecify.annotations.NullMarked;
