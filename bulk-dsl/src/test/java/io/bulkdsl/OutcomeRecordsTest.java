// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static io.bulkdsl.BulkDSL.bulkDelete;
import static io.bulkdsl.BulkDSL.bulkUpdate;
import static io.bulkdsl.BulkDSL.bulkUpsert;
import static io.bulkdsl.Deliveries.STOCKTAKING;
import static io.bulkdsl.Told.told;
import static io.bulkdsl.testdb.public_.Tables.BOOK;
import static io.bulkdsl.testdb.public_.Tables.KINDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bulkdsl.testdb.public_.enums.Mood;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import io.bulkdsl.testdb.public_.tables.records.KindsRecord;
import io.bulkdsl.testkit.PostgresTest;
import java.time.Year;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The records that come with outcomes, new and old: their values, types and states. */
@PostgresTest(migrations = "classpath:db/migration")
class OutcomeRecordsTest {

    @ParameterizedTest
    @EnumSource
    void valuesKeepTheirTypes(Server server, DataSource dataSource) {
        DSLContext ctx = server.of(dataSource);
        ctx.insertInto(KINDS)
                .set(KINDS.ID, 1)
                .set(KINDS.A_YEAR, Year.of(1999))
                .set(KINDS.A_MOOD, Mood.sad)
                .set(KINDS.MOODS, new Mood[] {Mood.ok})
                .execute();
        // spotless:off
        var update = bulkUpdate(KINDS, Integer.class)
                .key(KINDS.ID).from(id -> id)
                .set(KINDS.A_YEAR).from(id -> Year.of(2000))
                .set(KINDS.A_MOOD).from(id -> Mood.happy);
        var upsert = bulkUpsert(KINDS, Integer.class)
                .key(KINDS.ID).from(id -> id)
                .set(KINDS.A_YEAR).from(id -> Year.of(2001))
                .set(KINDS.A_MOOD).from(id -> Mood.ok);
        // spotless:on
        for (var statement : List.of(update.rows(1), update.onlyChanged().rows(1))) {
            Undone.call(ctx, undone -> {
                var told = statement
                        .returning(KINDS.A_YEAR, KINDS.A_MOOD, KINDS.MOODS)
                        .fetchOutcomesWithOld(undone)
                        .rows()
                        .get(0);
                var now = told.record().orElseThrow();
                var before = told.oldRecord().orElseThrow();
                assertThat(now.value1()).isEqualTo(Year.of(2000));
                assertThat(now.value2()).isEqualTo(Mood.happy);
                assertThat(now.value3()).containsExactly(Mood.ok);
                assertThat(before.value1()).isEqualTo(Year.of(1999));
                assertThat(before.value2()).isEqualTo(Mood.sad);
                assertThat(before.value3()).containsExactly(Mood.ok);
                return null;
            });
        }
        for (var statement : List.of(upsert.rows(2, 1), upsert.onlyChanged().rows(2, 1))) {
            Undone.call(ctx, undone -> {
                Outcomes<Integer, KindsRecord> told = statement.returning(KINDS).fetchOutcomesWithOld(undone);
                assertThat(told.rows().get(0).record().orElseThrow().getAMood()).isEqualTo(Mood.ok);
                assertThat(told.rows().get(0).oldRecords()).isEmpty();
                KindsRecord now = told.rows().get(1).record().orElseThrow();
                KindsRecord before = told.rows().get(1).oldRecord().orElseThrow();
                assertThat(now.getAYear()).isEqualTo(Year.of(2001));
                assertThat(before.getAYear()).isEqualTo(Year.of(1999));
                assertThat(before.getMoods()).containsExactly(Mood.ok);
                return null;
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void tableRecordsAreAsIfJustRead(Server server, DataSource dataSource) {
        DSLContext ctx = server.of(dataSource);
        Books.shelve(ctx, 3);
        var rows = List.of(new Delivery("isbn-1", 1), new Delivery("isbn-2", 7));
        var upsert = bulkUpsert(BOOK, Delivery.class)
                .key(BOOK.ISBN)
                .from(Delivery::isbn)
                .set(BOOK.STOCK)
                .from(Delivery::copies)
                .onlyChanged();
        var delete = bulkDelete(BOOK, Delivery.class).key(BOOK.ISBN).from(Delivery::isbn);
        for (var statement : List.of(
                STOCKTAKING.rows(rows),
                STOCKTAKING.onlyChanged().rows(rows),
                upsert.rows(new Delivery("isbn-1", 1), new Delivery("isbn-2", 8), new Delivery("x", 1)),
                delete.rows(rows))) {
            Outcomes<Delivery, BookRecord> told = statement.returning(BOOK).fetchOutcomesWithOld(ctx);
            for (var outcome : told) {
                for (BookRecord record : outcome.records()) {
                    assertThat(record.changed()).isFalse();
                    assertThat(record.getIsbn()).isEqualTo(outcome.element().isbn());
                    assertThat(record.original(BOOK.STOCK)).isEqualTo(record.getStock());
                }
                assertThat(outcome.oldRecords()).noneMatch(Record::changed);
            }
        }
    }

    @Test
    void oldValuesAreOfColumns(DSLContext ctx) {
        assertThatThrownBy(() -> STOCKTAKING
                        .rows(new Delivery("isbn-1", 1))
                        .returning(BOOK.STOCK.plus(1))
                        .fetchOutcomesWithOld(ctx))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("old values are of columns");
    }

    @ParameterizedTest
    @EnumSource
    void expressionsAreOfRowsAsTheyAreAfterwards(Server server, DataSource dataSource) {
        DSLContext ctx = server.of(dataSource);
        Books.shelve(ctx, 3);
        var rows = List.of(new Delivery("isbn-1", 1), new Delivery("isbn-2", 7));
        for (var update : List.of(STOCKTAKING, STOCKTAKING.onlyChanged())) {
            var returning = update.rows(rows).returning(BOOK.STOCK.plus(100), DSL.upper(BOOK.TITLE));
            assertThat(values(Undone.call(ctx, returning::fetchOutcomes)))
                    .containsExactly("[101, TITLE 1]", "[107, TITLE 2]");
        }
    }

    private static List<String> values(Outcomes<?, ? extends Record> outcomes) {
        return outcomes.stream()
                .map(outcome -> Arrays.toString(outcome.record().orElseThrow().intoArray()))
                .toList();
    }
}
