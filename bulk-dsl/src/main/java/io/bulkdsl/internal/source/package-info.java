/** How rows become a table called {@code incoming}. */
@NullMarked
package io.bulkdsl.internal.source;

import org.jspecify.annotations.NullMarked;
