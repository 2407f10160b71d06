// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static io.bulkdsl.BulkDSL.bulkDelete;
import static io.bulkdsl.BulkDSL.bulkUpdate;
import static io.bulkdsl.BulkDSL.bulkUpsert;
import static io.bulkdsl.Told.told;
import static io.bulkdsl.contract.Duplicates.FIRST;
import static io.bulkdsl.testdb.public_.Tables.BOOK;
import static io.bulkdsl.testdb.public_.Tables.CASELESS;
import static io.bulkdsl.testdb.public_.Tables.DECKEY;
import static io.bulkdsl.testdb.public_.Tables.HIT;
import static io.bulkdsl.testdb.public_.Tables.TAG;
import static io.bulkdsl.testdb.public_.Tables.TWOKEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bulkdsl.contract.InvalidRowException;
import io.bulkdsl.testkit.PostgresTest;
import java.math.BigDecimal;
import java.util.List;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Outcomes by keys of all sorts: composite, set themselves, changed as they are stored, and not the primary key. */
@PostgresTest(migrations = "classpath:db/migration")
class OutcomesByKeyTest {

    record Cell(
            @Nullable Integer a,
            @Nullable Integer b,
            @Nullable String v) {}

    @Test
    void withoutPrimaryKey(DSLContext ctx, DataSource dataSource) {
        ctx.execute("insert into hit values ('a', 'x', 1), ('a', 'y', 2), ('b', 'x', 3)");
        // spotless:off
        var update = bulkUpdate(HIT, Hits.class)
                .key(HIT.PAGE).from(Hits::name)
                .set(HIT.HITS).from(Hits::n);
        // spotless:on
        var rows = List.of(new Hits("b", 3), new Hits("a", 2), new Hits("c", 2));
        var told = Undone.call(
                ctx,
                undone -> update.rows(rows).returning(HIT.VISITOR, HIT.HITS).fetchOutcomes(undone));
        assertThat(OutcomeText.of(told)).containsExactly("1 UPDATED [x, 3]", "2 UPDATED [x, 2] [y, 2]", "3 NOT_FOUND");

        told = update.onlyChanged().rows(rows).returning(HIT.VISITOR, HIT.HITS).fetchOutcomes(ctx);
        assertThat(OutcomeText.of(told)).containsExactly("1 UNCHANGED [x, 3]", "2 UPDATED [x, 2]", "3 NOT_FOUND");

        assertThatThrownBy(() -> update.rows(rows).returning(HIT.HITS).fetchOutcomesWithOld(OlderServer.of(dataSource)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "bulkUpdate of hit: before PostgreSQL 18 old values are tied to new ones by the table's primary key; hit has none: declare one (jOOQ's synthetic keys will do)");
        var delete = bulkDelete(HIT, String.class).key(HIT.PAGE).from(page -> page);
        assertThat(OutcomeText.of(
                        delete.rows("c", "a").returning(HIT.VISITOR).fetchOutcomesWithOld(OlderServer.of(dataSource))))
                .containsExactly("1 NOT_FOUND", "2 DELETED [x] [y] was [x] [y]");
    }

    @ParameterizedTest
    @EnumSource
    void keysThatAreSetThemselves(Server server, DataSource dataSource) {
        DSLContext ctx = server.of(dataSource);
        Books.shelve(ctx, 3);
        // spotless:off
        var rename = bulkUpdate(BOOK, Hits.class)
                .key(BOOK.ISBN).from(Hits::name)
                .set(BOOK.ISBN).from(hits -> "isbn-" + hits.n());
        var renumber = bulkUpdate(BOOK, Long.class)
                .key(BOOK.ID).from(id -> id)
                .set(BOOK.ID).from(id -> id == 3 ? 3 : id + 100);
        // spotless:on
        for (var update : List.of(rename, rename.onlyChanged())) {
            Undone.call(ctx, undone -> assertThat(
                            OutcomeText.of(update.rows(new Hits("isbn-2", 20), new Hits("isbn-1", 10))
                                    .returning(BOOK.ISBN, BOOK.STOCK)
                                    .fetchOutcomesWithOld(undone)))
                    .containsExactly(
                            "1 UPDATED [isbn-20, 2] was [isbn-2, 2]", "2 UPDATED [isbn-10, 1] was [isbn-1, 1]"));
        }
        told(ctx, rename.rows(new Hits("isbn-2", 20)), BOOK.ISBN);
        var told = told(ctx, renumber.onlyChanged().rows(3L, 1L, 7L), BOOK.ID, BOOK.STOCK);
        assertThat(OutcomeText.of(told))
                .containsExactly("1 UNCHANGED [3, 3] was [3, 3]", "2 UPDATED [101, 1] was [1, 1]", "3 NOT_FOUND");
        assertThat(OutcomeText.of(told.totals())).isEqualTo("updated=1, unchanged=1, notFound=1");
    }

    @ParameterizedTest
    @EnumSource
    void compositeKeys(Server server, DataSource dataSource) {
        DSLContext ctx = server.of(dataSource);
        ctx.execute("insert into twokey (a, b, v) values (1, 1, 'x'), (1, 2, 'y'), (2, 1, 'z')");
        var rows = List.of(new Cell(1, 2, "new"), new Cell(2, 2, "none"), new Cell(2, 1, "z"));
        // spotless:off
        var update = bulkUpdate(TWOKEY, Cell.class)
                .key(TWOKEY.A).from(Cell::a)
                .key(TWOKEY.B).from(Cell::b)
                .set(TWOKEY.V).from(Cell::v)
                .onlyChanged();
        var upsert = bulkUpsert(TWOKEY, Cell.class)
                .key(TWOKEY.B).from(Cell::b)
                .key(TWOKEY.A).from(Cell::a)
                .set(TWOKEY.V).from(Cell::v)
                .onlyChanged();
        // spotless:on
        assertThat(OutcomeText.of(told(ctx, update.rows(rows), TWOKEY.A, TWOKEY.B, TWOKEY.V)))
                .containsExactly(
                        "1 UPDATED [1, 2, new] was [1, 2, y]", "2 NOT_FOUND", "3 UNCHANGED [2, 1, z] was [2, 1, z]");
        assertThat(OutcomeText.of(told(ctx, upsert.rows(rows), TWOKEY.A, TWOKEY.B, TWOKEY.V)))
                .containsExactly(
                        "1 UNCHANGED [1, 2, new] was [1, 2, new]",
                        "2 INSERTED [2, 2, none]",
                        "3 UNCHANGED [2, 1, z] was [2, 1, z]");
    }

    @ParameterizedTest
    @EnumSource
    void keysThatTheColumnNormalizes(Server server, DataSource dataSource) {
        DSLContext ctx = server.of(dataSource);
        ctx.execute("insert into deckey (k, v) values (1.50, 'old')");
        ctx.execute("insert into tag values ('emma', 1)");
        ctx.execute("insert into caseless values ('emma', 1)");
        // spotless:off
        var numbers = bulkUpsert(DECKEY, BigDecimal.class)
                .key(DECKEY.K).from(k -> k)
                .set(DECKEY.V).from(k -> "new");
        var tags = bulkUpsert(TAG, Hits.class)
                .key(TAG.NAME).from(Hits::name)
                .set(TAG.HITS).from(Hits::n)
                .onlyChanged();
        var names = bulkUpsert(CASELESS, Hits.class)
                .key(CASELESS.NAME).from(Hits::name)
                .set(CASELESS.HITS).from(Hits::n)
                .onlyChanged();
        // spotless:on
        assertThat(OutcomeText.of(told(
                        ctx,
                        numbers.rows(new BigDecimal("2.499"), new BigDecimal("1.5"), new BigDecimal("3.504")),
                        DECKEY.K,
                        DECKEY.V)))
                .containsExactly(
                        "1 INSERTED [2.50, new]", "2 UPDATED [1.50, new] was [1.50, old]", "3 INSERTED [3.50, new]");
        var rows = List.of(new Hits("Dune", 1), new Hits("EMMA", 1));
        assertThat(OutcomeText.of(told(ctx, tags.rows(rows), TAG.NAME, TAG.HITS)))
                .containsExactly("1 INSERTED [Dune, 1]", "2 UNCHANGED [emma, 1] was [emma, 1]");
        assertThat(OutcomeText.of(told(ctx, tags.rows(new Hits("EMMA", 2), new Hits("DUNE", 1)), TAG.NAME, TAG.HITS)))
                .containsExactly("1 UPDATED [emma, 2] was [emma, 1]", "2 UNCHANGED [Dune, 1] was [Dune, 1]");
        assertThat(OutcomeText.of(told(ctx, names.rows(rows), CASELESS.NAME, CASELESS.HITS)))
                .containsExactly("1 INSERTED [Dune, 1]", "2 UNCHANGED [emma, 1] was [emma, 1]");
        assertThat(OutcomeText.of(told(ctx, names.rows(new Hits("EMMA", 2)), CASELESS.NAME, CASELESS.HITS)))
                .containsExactly("1 UPDATED [emma, 2] was [emma, 1]");
    }

    @ParameterizedTest
    @EnumSource
    void keysThatAreTheSameOnceStoredCountOnce(Server server, DataSource dataSource) {
        DSLContext ctx = server.of(dataSource);
        // spotless:off
        var numbers = bulkUpsert(DECKEY, BigDecimal.class)
                .key(DECKEY.K).from(k -> k)
                .set(DECKEY.V).from(BigDecimal::toString);
        // spotless:on
        var rows = List.of(new BigDecimal("1.001"), new BigDecimal("1.002"));
        assertThatThrownBy(() -> numbers.rows(rows).fetchOutcomes(ctx)).isInstanceOf(InvalidRowException.class);
        for (var upsert : List.of(numbers, numbers.doNothing())) {
            ctx.deleteFrom(DECKEY).execute();
            var told = told(ctx, upsert.duplicates(FIRST).rows(rows), DECKEY.K, DECKEY.V);
            assertThat(OutcomeText.of(told)).containsExactly("1 INSERTED [1.00, 1.001]", "2 DUPLICATE");
        }
    }
}
