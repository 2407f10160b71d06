// SPDX-License-Identifier: Apache-2.0
/** What listeners and the log are told of calls. */
@NullMarked
package io.bulkdsl.internal.watch;

import org.jspecify.annotations.NullMarked;
