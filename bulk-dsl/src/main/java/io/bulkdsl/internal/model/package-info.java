/** What is to be done: immutable descriptions of statements. No SQL text, no connection. */
@NullMarked
package io.bulkdsl.internal.model;

import org.jspecify.annotations.NullMarked;
