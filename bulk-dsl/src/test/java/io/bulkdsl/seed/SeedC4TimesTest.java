// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.seed;

import static io.bulkdsl.BulkDSL.bulkUpdate;
import static io.bulkdsl.Functions.now;
import static io.bulkdsl.testdb.public_.Tables.AN;
import static org.assertj.core.api.Assertions.assertThat;

import io.bulkdsl.testdb.public_.tables.records.AnRecord;
import io.bulkdsl.testkit.PostgresTest;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** {@code now()}, times that are given, and columns that are not named. */
@PostgresTest(migrations = "classpath:db/migration")
@DisplayName("C.4 Set functions on bulkUpdate: times")
class SeedC4TimesTest {

    @BeforeEach
    void rows(DSLContext ctx) {
        SeedRows.an(ctx);
    }

    @Test
    @DisplayName("C.4 #140 what is to be updated is named (differs: some columns updated themselves)")
    void noColumnUpdatesItself(DSLContext ctx) {
        OffsetDateTime checked = OffsetDateTime.parse("2020-01-02T00:00Z");

        ctx.transaction(trx -> {
            int matched = bulkUpdate(AN, OffsetDateTime.class)
                    .key(AN.ID)
                    .from(time -> 1)
                    .set(AN.CHECKED)
                    .from(time -> time)
                    .set(AN.UPDATED, now())
                    .rows(checked)
                    .execute(trx.dsl());

            assertThat(matched).isEqualTo(1);
            AnRecord row = trx.dsl().fetchSingle(AN);
            assertThat(row.getChecked()).isEqualTo(checked);
            assertThat(row.getCreated()).isEqualTo("2019-01-01T00:00Z");
            assertThat(row.getUpdated()).isEqualTo(trx.dsl().fetchValue(DSL.currentLocalDate()));
        });
    }

    @Test
    @DisplayName("C.4 #142 given times are stored")
    void givenTimes(DSLContext ctx) {
        OffsetDateTime created = OffsetDateTime.parse("2011-01-02T00:00Z");

        int matched = bulkUpdate(AN, OffsetDateTime.class)
                .key(AN.ID)
                .from(time -> 1)
                .set(AN.CREATED)
                .from(time -> time)
                .set(AN.UPDATED)
                .from(time -> time.toLocalDate().plusDays(1))
                .rows(created)
                .execute(ctx);

        assertThat(matched).isEqualTo(1);
        AnRecord row = ctx.fetchSingle(AN);
        assertThat(row.getCreated()).isEqualTo(created);
        assertThat(row.getUpdated()).isEqualTo(LocalDate.parse("2011-01-03"));
    }

    @Test
    @DisplayName("C.4 #143 now() is the transaction's time (differs: only the named column changes)")
    void nowOnTimestamp(DSLContext ctx) {
        ctx.transaction(trx -> {
            int matched = bulkUpdate(AN, Integer.class)
                    .key(AN.ID)
                    .from(id -> id)
                    .set(AN.CHECKED, now())
                    .rows(1)
                    .execute(trx.dsl());

            assertThat(matched).isEqualTo(1);
            AnRecord row = trx.dsl().fetchSingle(AN);
            assertThat(row.getChecked()).isEqualTo(trx.dsl().fetchValue(DSL.currentOffsetDateTime()));
            assertThat(row.getUpdated()).isEqualTo("2019-01-01");
        });
    }
}
