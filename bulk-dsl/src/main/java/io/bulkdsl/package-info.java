/**
 * Bulk statements for jOOQ and PostgreSQL: many rows, each with its own values, in one statement, typed by the
 * generated table classes. This is a tour; begin at {@link io.bulkdsl.BulkDSL}.
 *
 * <h2>A definition</h2>
 *
 * <p>A definition says which columns are keys, which are set, by which {@linkplain io.bulkdsl.Functions function}, and
 * from where their values come. It is made once, checked while it is made, and kept as a constant: definitions and
 * their steps are immutable, each call gives a new value, and any may be shared between threads and continued in
 * several ways. {@link io.bulkdsl.Operators} say when a row of the table belongs to a row of the input; without one
 * they are equal.
 *
 * <!-- from: src/it/plain-maven/src/main/java/com/example/shop/Statements.java -->
 * <pre>{@code
 * static final BulkUpdate<BookRecord, Delivery> RESTOCK = bulkUpdate(BOOK, Delivery.class)
 *         .key(BOOK.ISBN).from(Delivery::isbn)
 *         .set(BOOK.STOCK, incr()).from(Delivery::copies)
 *         .set(BOOK.RESTOCKED_AT, now());
 * }</pre>
 *
 * <p>A function that doesn't suit its column, a getter of another type, or a column of another table doesn't compile:
 * javac then names {@link io.bulkdsl.ColumnOrFunctionDoesNotFit} or {@link io.bulkdsl.NotAColumnOfThisTable}.
 *
 * <h2>Rows, and an execution</h2>
 *
 * <p>{@link io.bulkdsl.RowsStep#rows(Iterable) rows(…)} makes a {@link io.bulkdsl.BulkStatement} of a definition,
 * {@link io.bulkdsl.BulkStatement#execute execute} sends it. No SQL is sent before, and none for no rows.
 *
 * <!-- from: src/it/plain-maven/src/test/java/com/example/shop/StatementsTest.java -->
 * <pre>{@code
 * int updated = RESTOCK.rows(new Delivery("978-0", 10), new Delivery("978-1", 20)).execute(ctx);
 * }</pre>
 *
 * <!-- from: src/it/plain-maven/src/test/java/com/example/shop/StatementsSqlTest.java -->
 * <pre>{@code
 * update book
 * set
 *   stock = coalesce((book.stock + incoming.stock), incoming.stock, book.stock),
 *   restocked_at = now()
 * from (values (?, ?), (?, ?)) as incoming (isbn, stock)
 * where book.isbn = incoming.isbn
 * }</pre>
 *
 * <p>A call has its whole effect or none, in your transaction or in one of its own. {@link
 * io.bulkdsl.BulkStatement#query query()} hands out jOOQ's own query instead. What became of each row is told by {@link
 * io.bulkdsl.BulkStatement#fetchOutcomes fetchOutcomes}, in input order, and with values of the table by {@link
 * io.bulkdsl.BulkStatement#returning(org.jooq.Field) returning(…)} before it:
 *
 * <!-- from: bulk-dsl/src/test/java/io/bulkdsl/JavadocExamplesTest.java -->
 * <pre>{@code
 * Outcomes<Delivery, Record> outcomes = RESTOCK.rows(deliveries).fetchOutcomes(ctx);
 * outcomes.stream()
 *         .filter(outcome -> outcome.status() == NOT_FOUND)
 *         .forEach(outcome -> unknown.add(outcome.element().isbn()));
 * }</pre>
 *
 * <h2>The statements</h2>
 *
 * <table>
 * <caption>By what is to be done</caption>
 * <tr><th scope="col">to</th><th scope="col">begin with</th><th scope="col">SQL</th></tr>
 * <tr><td>change rows</td><td>{@link io.bulkdsl.BulkUpdate bulkUpdate}</td><td>{@code update … from}</td></tr>
 * <tr><td>create or change them</td><td>{@link io.bulkdsl.BulkUpsert bulkUpsert}</td>
 * <td>{@code insert … on conflict … do update}</td></tr>
 * <tr><td>create them</td><td>{@link io.bulkdsl.BulkInsert bulkInsert}</td><td>{@code insert}</td></tr>
 * <tr><td>find or create them</td><td>{@link io.bulkdsl.GetOrCreate getOrCreate}</td>
 * <td>{@code insert … on conflict … do nothing}</td></tr>
 * <tr><td>delete them</td><td>{@link io.bulkdsl.BulkDelete bulkDelete}</td><td>{@code delete … using}</td></tr>
 * <tr><td>make them like the input</td><td>{@link io.bulkdsl.BulkSync bulkSync}</td>
 * <td>{@code delete} (or {@code update}), then an upsert</td></tr>
 * <tr><td>select by them, in any query</td><td>{@link io.bulkdsl.Pdnf pdnf}</td>
 * <td>{@code (a = ? and b = ?) or …}</td></tr>
 * </table>
 *
 * <p>Each takes elements of any type, with a getter for each column, or (but for {@code pdnf}) the table's own records,
 * which need none: {@code …OfRecords}.
 *
 * <h2>Many rows</h2>
 *
 * <p>How rows travel is chosen by their number, see {@link io.bulkdsl.contract.RowSource}. For jobs that run long
 * {@link io.bulkdsl.BatchedStatement} writes batch by batch, with progress, bad rows kept back, and resumption; {@link
 * io.bulkdsl.ParallelStatement} writes portions at the same time.
 *
 * <h2>Nulls and errors</h2>
 *
 * <p>No argument may be null: {@link java.lang.NullPointerException}. Values may, and each function and operator says
 * what that means. A definition that can't be is an {@link java.lang.IllegalArgumentException} of the step that is
 * wrong; a row that can't be sent {@link io.bulkdsl.contract.InvalidRowException}; what the server refuses {@link
 * io.bulkdsl.contract.BulkException}.
 *
 * <p>The manual has a page on each statement; read on under "Semantics" (duplicates, nulls, counts, order,
 * concurrency), "Errors" (every message) and "Running safely".
 */
@NullMarked
package io.bulkdsl;

import org.jspecify.annotations.NullMarked;
