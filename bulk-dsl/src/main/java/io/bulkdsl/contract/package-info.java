/**
 * What users may implement, and what every part of the library agrees on: the few values that travel with statements.
 * Nothing here renders a statement or touches a connection.
 *
 * <ul>
 * <li>For implementing: {@link io.bulkdsl.contract.SetFunction}, and {@link io.bulkdsl.contract.UpsertFunction} where a new row
 * gets something else than the value; {@link io.bulkdsl.contract.Computed}, which takes no value; {@link
 * io.bulkdsl.contract.KeyOperator} and {@link io.bulkdsl.contract.EqualityOperator}; {@link
 * io.bulkdsl.contract.BulkListener}. All but the last see jOOQ's fields, never strings, and must be stateless.
 * <li>For choosing: {@link io.bulkdsl.contract.Duplicates}, {@link io.bulkdsl.contract.RowSource}, {@link
 * io.bulkdsl.contract.Bounds}.
 * <li>For reading: {@link io.bulkdsl.contract.Status}, {@link io.bulkdsl.contract.Progress}, {@link
 * io.bulkdsl.contract.Rejected}, {@link io.bulkdsl.contract.BulkCall}, {@link io.bulkdsl.contract.BulkResult}.
 * <li>For catching: {@link io.bulkdsl.contract.BulkException} and its subclasses, with {@link io.bulkdsl.contract.Failure} and
 * {@link io.bulkdsl.contract.ServerError}; {@link io.bulkdsl.contract.InvalidRowException}; {@link
 * io.bulkdsl.contract.SyncRefusedException}; {@link io.bulkdsl.contract.CancelledException}. They are the library's to
 * make.
 * </ul>
 *
 * <p>Type parameters, here and everywhere: {@code R} the table's record, {@code E} an element (a row of the caller's),
 * {@code T} a column's type, {@code V} an incoming value's type, {@code N} the next step, {@code X} a result record.
 */
@NullMarked
package io.bulkdsl.contract;

import org.jspecify.annotations.NullMarked;
