// SPDX-License-Identifier: Apache-2.0
/** A progress bar for bulk statements in batches: {@link io.bulkdsl.progressbar.BulkProgressBar}. */
@NullMarked
package io.bulkdsl.progressbar;

import org.jspecify.annotations.NullMarked;
