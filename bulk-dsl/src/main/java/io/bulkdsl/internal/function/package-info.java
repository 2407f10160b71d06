/** One set function a file; {@code Functions} hands them out. */
@NullMarked
package io.bulkdsl.internal.function;

import org.jspecify.annotations.NullMarked;
