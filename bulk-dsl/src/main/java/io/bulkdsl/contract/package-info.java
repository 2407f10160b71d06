/**
 * What users may implement and what every part of the library agrees on: set functions, key operators, and the few
 * values that travel with them. Nothing here renders a statement or touches a connection.
 *
 * <p>Type parameters, here and everywhere: {@code R} the table's record, {@code E} an element (a row of the caller's),
 * {@code T} a column's type, {@code V} an incoming value's type, {@code N} the next step, {@code X} a result record.
 */
@NullMarked
package io.bulkdsl.contract;

import org.jspecify.annotations.NullMarked;
