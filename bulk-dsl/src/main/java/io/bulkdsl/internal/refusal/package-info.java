/** What an error of the server means: which statement, which rows, and what to do. */
@NullMarked
package io.bulkdsl.internal.refusal;

import org.jspecify.annotations.NullMarked;
