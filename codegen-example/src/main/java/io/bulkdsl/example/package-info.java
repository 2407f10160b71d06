/**
 * A runnable example: which characters do texts use? {@link io.bulkdsl.example.Statements} holds the bulk statements,
 * {@link io.bulkdsl.example.Questions} the {@code pdnf} queries; all else reads texts and prints tables.
 */
@NullMarked
package io.bulkdsl.example;

import org.jspecify.annotations.NullMarked;
