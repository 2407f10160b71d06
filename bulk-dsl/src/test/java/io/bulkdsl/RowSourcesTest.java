// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static io.bulkdsl.BulkDSL.bulkDelete;
import static io.bulkdsl.BulkDSL.bulkInsert;
import static io.bulkdsl.BulkDSL.bulkSync;
import static io.bulkdsl.BulkDSL.bulkUpdate;
import static io.bulkdsl.Deliveries.RESTOCK;
import static io.bulkdsl.Operators.ge;
import static io.bulkdsl.contract.RowSource.AUTO;
import static io.bulkdsl.contract.RowSource.UNNEST;
import static io.bulkdsl.contract.RowSource.VALUES;
import static io.bulkdsl.testdb.public_.Tables.BOOK;
import static io.bulkdsl.testdb.public_.Tables.LOG_ENTRY;
import static io.bulkdsl.testdb.public_.Tables.MEMBER;
import static io.bulkdsl.testdb.public_.Tables.PRICE;
import static io.bulkdsl.testkit.SqlAssertions.assertThatSql;
import static org.assertj.core.api.Assertions.assertThat;

import io.bulkdsl.contract.RowSource;
import io.bulkdsl.testdb.public_.tables.records.PriceRecord;
import io.bulkdsl.testkit.PostgresTest;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.List;
import java.util.stream.IntStream;
import org.jooq.Converter;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jooq.impl.TableImpl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The same statements by every row source, and which one is taken. */
@NotVia(because = "names the sources itself")
@PostgresTest(migrations = "classpath:db/migration")
class RowSourcesTest {

    static final BulkUpsert<PriceRecord, Delivery> QUOTE = Deliveries.QUOTE.onlyChanged();

    @Test
    void arraysHaveTheSameSqlForAnyNumberOfRows(DSLContext ctx) {
        Books.shelve(ctx, 3);
        var two = RESTOCK.rows(new Delivery("isbn-1", 10), new Delivery("isbn-3", 30))
                .via(UNNEST);
        assertThatSql(two).rendersSql("""
                        update "public"."book"
                        set "stock" = coalesce(
                          ("public"."book"."stock" + "incoming"."stock"), "incoming"."stock", "public"."book"."stock")
                        from unnest(cast(? as text[]), cast(? as int[])) as "incoming" ("isbn", "stock")
                        where "public"."book"."isbn" = "incoming"."isbn"
                        """).withBinds(new String[] {"isbn-1", "isbn-3"}, new Integer[] {10, 30});
        assertThat(RESTOCK.rows(deliveries(500)).getSQL()).isEqualTo(two.getSQL());
        assertThat(two.execute(ctx)).isEqualTo(2);
        assertThat(Books.stock(ctx))
                .containsEntry("isbn-1", 11)
                .containsEntry("isbn-2", 2)
                .containsEntry("isbn-3", 33);
    }

    @ParameterizedTest
    @EnumSource
    void everyStatementDoesTheSame(RowSource source, DSLContext ctx) {
        Books.shelve(ctx, 3);
        List<Delivery> some = List.of(new Delivery("isbn-2", 5), new Delivery("none", 1), new Delivery("isbn-1", 7));
        assertThat(told(RESTOCK.rows(some).via(source).returning(BOOK.STOCK).fetchOutcomes(ctx)))
                .containsExactly("UPDATED 7", "NOT_FOUND", "UPDATED 8");
        assertThat(told(QUOTE.rows(some).via(source).returning(PRICE.SKU).fetchOutcomes(ctx)))
                .containsExactly("INSERTED isbn-2", "INSERTED none", "INSERTED isbn-1");
        assertThat(told(QUOTE.rows(some).via(source).returning(PRICE.SKU).fetchOutcomesWithOld(ctx)))
                .containsExactly("UNCHANGED isbn-2", "UNCHANGED none", "UNCHANGED isbn-1");
        var atLeast = bulkUpdate(BOOK, Delivery.class)
                .key(BOOK.STOCK, ge())
                .from(Delivery::copies)
                .set(BOOK.TITLE)
                .from(Delivery::isbn);
        assertThat(atLeast.rows(new Delivery("eight", 8), new Delivery("three", 3))
                        .via(source)
                        .execute(ctx))
                .isEqualTo(3);
        assertThat(ctx.select(BOOK.TITLE).from(BOOK).orderBy(BOOK.ISBN).fetch(BOOK.TITLE))
                .containsExactly("eight", "three", "three");
        var members = bulkInsert(MEMBER, Delivery.class)
                .set(MEMBER.NAME)
                .from(Delivery::isbn)
                .set(MEMBER.POINTS)
                .fromOrDefault(delivery -> delivery.copies() == 1 ? null : delivery.copies());
        assertThat(told(members.rows(some).via(source).returning(MEMBER.POINTS).fetchOutcomes(ctx)))
                .containsExactly("INSERTED 5", "INSERTED 10", "INSERTED 7");
        var sync = bulkSync(QUOTE).scope(PRICE.SKU.ne("none")).deleteMissing();
        assertThat(sync.rows(some.get(0)).via(source).execute(ctx)).isEqualTo(1);
        var gone = bulkDelete(BOOK, String.class).key(BOOK.ISBN).from(isbn -> isbn);
        assertThat(gone.rows("isbn-1", "x").via(source).execute(ctx)).isEqualTo(1);
    }

    /** An empty note is none: its converter says so. */
    @ParameterizedTest
    @EnumSource
    void whatAConverterMakesNullIsNull(RowSource source, DSLContext ctx) {
        ctx.execute("create table jot (id integer primary key, note text)");
        ctx.execute("insert into jot values (1, 'x'), (2, 'x')");
        Jot jot = new Jot();
        var update = bulkUpdate(jot, Delivery.class)
                .key(jot.id)
                .from(Delivery::copies)
                .set(jot.note)
                .from(Delivery::isbn);
        List<Delivery> rows = List.of(new Delivery("", 1), new Delivery("a", 2));
        assertThat(update.rows(rows).via(source).execute(ctx)).isEqualTo(2);
        assertThat(ctx.fetch("select coalesce(note, '(null)') as note from jot order by id")
                        .getValues("note", String.class))
                .containsExactly("(null)", "a");
    }

    @Test
    void tellsWhatItTakesAndWhy(DSLContext ctx) {
        assertThat(RESTOCK.rows(deliveries(49)).explain(ctx)).isEqualTo("VALUES: 49 rows, fewer than 50");
        assertThat(RESTOCK.rows(deliveries(1_000)).explain(ctx))
                .isEqualTo("UNNEST: 1,000 rows of 2 values, 50 rows or more but fewer than 30,000 values");
        assertThat(RESTOCK.rows(deliveries(15_000)).explain(ctx))
                .isEqualTo("COPY: 15,000 rows of 2 values, 30,000 values or more");
        var insert = bulkInsert(BOOK, Delivery.class)
                .set(BOOK.ISBN)
                .from(Delivery::isbn)
                .set(BOOK.TITLE)
                .from(Delivery::isbn);
        assertThat(insert.rows(deliveries(3_500)).explain(ctx))
                .isEqualTo("COPY: 3,500 rows of 2 values, 7,000 values or more");
        assertThat(insert.onConflictDoNothing().rows(deliveries(3_500)).explain(ctx))
                .startsWith("UNNEST: 3,500 rows of 2 values, 50 rows or more but fewer than 30,000 values");
        assertThat(RESTOCK.rows(deliveries(1_000)).via(VALUES).explain(ctx)).isEqualTo("VALUES: as asked for");
        assertThat(RESTOCK.rows(deliveries(1)).via(UNNEST).explain(ctx)).isEqualTo("UNNEST: as asked for");
        assertThat(RESTOCK.rows(deliveries(1)).via(UNNEST).via(AUTO).explain(ctx))
                .startsWith("VALUES");
    }

    private static List<Delivery> deliveries(int rows) {
        return IntStream.range(0, rows)
                .mapToObj(i -> new Delivery("isbn-" + i, 1))
                .toList();
    }

    private static List<String> told(Outcomes<Delivery, ?> outcomes) {
        return outcomes.stream()
                .map(outcome -> outcome.status()
                        + outcome.record().map(record -> " " + record.get(0)).orElse(""))
                .toList();
    }

    @SuppressWarnings("serial") // never serialized
    private static final class Jot extends TableImpl<Record> {

        final TableField<Record, Integer> id = createField(DSL.name("id"), SQLDataType.INTEGER, this);
        final TableField<Record, String> note = createField(
                DSL.name("note"),
                SQLDataType.CLOB.asConvertedDataType(Converter.ofNullable(
                        String.class, String.class, text -> text, text -> text.isEmpty() ? null : text)),
                this);

        Jot() {
            super(DSL.name("jot"));
        }
    }

    /** Where COPY can't be, rows go by arrays, and not all of them in one statement. */
    @Test
    @NotVia(because = "it is about the choice")
    void neverTooManyAtOnce(DSLContext ctx) {
        List<Delivery> many =
                IntStream.range(0, 150_000).mapToObj(i -> new Delivery("m", i)).toList();
        ExecutedSql sql = new ExecutedSql();
        int written = ctx.connectionResult(connection -> {
            Connection plain = (Connection) Proxy.newProxyInstance(
                    Connection.class.getClassLoader(),
                    new Class<?>[] {Connection.class},
                    (proxy, method, arguments) -> method.getName().equals("isWrapperFor")
                            ? (Object) false
                            : method.invoke(connection, arguments));
            DSLContext unwrappable = DSL.using(plain, SQLDialect.POSTGRES);
            assertThat(Deliveries.LOG.rows(many).explain(unwrappable))
                    .startsWith("UNNEST: 150,000 rows of 2 values, but the connection can't be unwrapped");
            return Deliveries.LOG.rows(many).execute(sql.of(unwrappable));
        });
        assertThat(written).isEqualTo(150_000);
        assertThat(sql.all()).hasSize(2);
        assertThat(ctx.fetchCount(LOG_ENTRY)).isEqualTo(150_000);
    }
}
