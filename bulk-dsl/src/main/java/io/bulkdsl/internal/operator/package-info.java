/** One kind of key operator a file; {@code Operators} hands them out. */
@NullMarked
package io.bulkdsl.internal.operator;

import org.jspecify.annotations.NullMarked;
