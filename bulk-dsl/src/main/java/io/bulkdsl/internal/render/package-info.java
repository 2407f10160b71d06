/** Model and incoming table become a jOOQ query; each renderer starts with the SQL it emits. */
@NullMarked
package io.bulkdsl.internal.render;

import org.jspecify.annotations.NullMarked;
