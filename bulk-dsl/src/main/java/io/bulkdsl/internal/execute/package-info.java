/** What happens between the user's call and jOOQ's: rows are read, checked, rendered, run. */
@NullMarked
package io.bulkdsl.internal.execute;

import org.jspecify.annotations.NullMarked;
