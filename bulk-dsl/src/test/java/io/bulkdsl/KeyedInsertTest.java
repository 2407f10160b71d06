// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static io.bulkdsl.BulkDSL.bulkInsert;
import static io.bulkdsl.contract.RowSource.COPY;
import static io.bulkdsl.testdb.public_.Tables.MEMBER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bulkdsl.contract.BulkException;
import io.bulkdsl.testdb.public_.tables.records.MemberRecord;
import io.bulkdsl.testkit.PostgresTest;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.Record1;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Inserts by COPY that hand back generated keys and nothing else: straight into the table, unless somebody meddles. */
@PostgresTest(migrations = "classpath:db/migration")
@NotVia(because = "names the sources itself")
class KeyedInsertTest {

    // spotless:off
    private static final BulkInsert<MemberRecord, String> JOIN = bulkInsert(MEMBER, String.class)
            .set(MEMBER.NAME).from(name -> name);
    // spotless:on

    private static final List<String> NAMES =
            IntStream.range(0, 100).mapToObj(i -> "name " + i).toList();

    private final ExecutedSql executed = new ExecutedSql();

    @Test
    void keysAreDrawnBefore(DSLContext ctx) {
        List<Returned<String, Record1<Long>>> returned =
                JOIN.rows(NAMES).via(COPY).returning(MEMBER.ID).fetchRows(executed.of(ctx));
        assertThat(inserts()).isEmpty();
        assertThat(executed.all())
                .extracting(Query::getSQL)
                .contains(
                        "select \"row_number\", 'INSERTED', nextval((select coalesce(pg_get_serial_sequence('\"public\".\"member\"', 'id'), '\"bulk-dsl: no sequence belongs to the column\"')::regclass)) from unnest(?) \"rows\" (\"row_number\")");
        Map<Long, String> found = ctx.fetch(MEMBER).intoMap(MEMBER.ID, MEMBER.NAME);
        assertThat(found).hasSize(NAMES.size());
        assertThat(returned.stream()
                        .collect(Collectors.toMap(row -> row.record().value1(), Returned::element)))
                .isEqualTo(found);
        assertThat(returned)
                .extracting(Returned::rowNumber)
                .isEqualTo(IntStream.rangeClosed(1, NAMES.size()).boxed().toList());
        assertThat(JOIN.rows("next").returning(MEMBER.ID).fetchRows(ctx))
                .extracting(row -> row.record().value1())
                .containsExactly(NAMES.size() + 1L);
    }

    @Test
    void otherColumnsAreAskedOfTheServer(DSLContext ctx) {
        var outcomes =
                JOIN.rows("a", "b").via(COPY).returning(MEMBER.ID, MEMBER.SHOUT).fetchOutcomes(executed.of(ctx));
        assertThat(OutcomeText.of(outcomes)).containsExactly("1 INSERTED [1, A]", "2 INSERTED [2, B]");
        assertThat(inserts()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"before insert on member", "before insert or update on member"})
    void whereTriggersMayMeddleTheServerTells(String when, DSLContext ctx) {
        trigger(ctx, when, "if new.name = 'b' then return null; end if; return new;");
        assertThat(OutcomeText.of(
                        JOIN.rows("a", "b", "c").via(COPY).returning(MEMBER.ID).fetchOutcomes(ctx)))
                .containsExactly("1 INSERTED [1]", "2 CONFLICT", "3 INSERTED [3]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"after insert on member", "before update on member"})
    void otherTriggersCannot(String when, DSLContext ctx) {
        trigger(ctx, when, "return null;");
        JOIN.rows("a").via(COPY).returning(MEMBER.ID).fetchRows(executed.of(ctx));
        assertThat(inserts()).isEmpty();
        assertThat(ctx.fetchCount(MEMBER)).isOne();
    }

    @Test
    void aBadRowLeavesNothing(DSLContext ctx) {
        var bad = bulkInsert(MEMBER, Integer.class).set(MEMBER.NAME).from(KeyedInsertTest::nameUnlessSeven);
        assertThatThrownBy(
                        () -> bad.rows(1, 7, 2).via(COPY).returning(MEMBER.ID).fetchRows(ctx))
                .isInstanceOf(BulkException.class)
                .hasMessageContaining("row 2: ");
        assertThat(ctx.fetchCount(MEMBER)).isZero();
    }

    private List<String> inserts() {
        return executed.all().stream()
                .map(Query::getSQL)
                .filter(sql -> sql.contains("insert into"))
                .toList();
    }

    private static @Nullable String nameUnlessSeven(int number) {
        return number == 7 ? null : "name " + number;
    }

    private static void trigger(DSLContext ctx, String when, String body) {
        ctx.execute("create function meddle() returns trigger language plpgsql as $$ begin " + body + " end $$");
        ctx.execute("create trigger meddle " + when + " for each row execute function meddle()");
    }
}
