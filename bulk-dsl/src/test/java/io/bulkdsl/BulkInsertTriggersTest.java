// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static io.bulkdsl.Members.JOIN;
import static io.bulkdsl.Members.PEOPLE;
import static io.bulkdsl.testdb.public_.Tables.MEMBER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bulkdsl.Members.Person;
import io.bulkdsl.testkit.PostgresTest;
import java.util.List;
import java.util.concurrent.Callable;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.Test;

/** What a trigger may do to new rows, and what an insert tells of it. */
@PostgresTest(migrations = "classpath:db/migration")
class BulkInsertTriggersTest {

    @Test
    void aTriggerMayChangeValues(DSLContext ctx) {
        trigger(ctx, "new.name := new.name || '!'; new.points := 0; return new;");
        assertThat(OutcomeText.of(JOIN.rows(PEOPLE)
                        .returning(MEMBER.ID, MEMBER.NAME, MEMBER.SHOUT, MEMBER.POINTS)
                        .fetchOutcomes(ctx)))
                .containsExactly("1 INSERTED [1, Emma!, EMMA!, 0]", "2 INSERTED [2, Dune!, DUNE!, 0]");
    }

    @Test
    void aTriggerMayKeepRowsOut(DSLContext ctx) {
        trigger(ctx, "if new.name = 'Emma' then return null; end if; return new;");
        var rows = List.of(new Person("a", 1), new Person("Emma", 2), new Person("b", 3));
        var outcomes = JOIN.rows(rows).returning(MEMBER.NAME).fetchOutcomes(ctx);
        assertThat(OutcomeText.of(outcomes)).containsExactly("1 INSERTED [a]", "2 CONFLICT", "3 INSERTED [b]");
        assertThat(OutcomeText.of(outcomes.totals())).isEqualTo("inserted=2, conflicts=1");
        ctx.deleteFrom(MEMBER).execute();
        assertThat(JOIN.rows(rows).execute(ctx)).isEqualTo(2);
        ctx.deleteFrom(MEMBER).execute();
        assertThat(JOIN.rows(rows).returning(MEMBER.NAME).fetchRows(ctx))
                .extracting(Returned::rowNumber)
                .containsExactly(1, 3);
    }

    @Test
    void aTriggerMayNotChangeTheKeyUnseen(DSLContext ctx) {
        trigger(ctx, "if new.name = 'Dune' then new.id := new.id + 1000; end if; return new;");
        var insert = JOIN.rows(PEOPLE);
        for (Callable<?> call : List.<Callable<?>>of(() -> insert.fetchOutcomes(ctx), () -> insert.returning(MEMBER.ID)
                .fetchRows(ctx))) {
            assertThatThrownBy(call::call)
                    .isInstanceOf(DataAccessException.class)
                    .hasMessage(
                            "bulkInsert into member: a trigger gave a new row another key than it was to have, so which input row it belongs to can't be told; use execute() or returning(…).fetch");
            assertThat(ctx.fetchCount(MEMBER)).isZero();
        }
        assertThat(insert.returning(MEMBER.ID).fetch(ctx)).hasSize(2);
        ctx.deleteFrom(MEMBER).execute();
        assertThat(insert.execute(ctx)).isEqualTo(2);
    }

    /** The trigger is of the kind that existed before identity columns: it draws the key itself. */
    @Test
    void aTriggerMayDrawTheKeyWhereThereIsNone(DSLContext ctx) {
        trigger(ctx, "if new.id is null then new.id := 7; end if; return new;");
        assertThat(OutcomeText.of(JOIN.rows(PEOPLE).returning(MEMBER.ID).fetchOutcomes(ctx)))
                .containsExactly("1 INSERTED [1]", "2 INSERTED [2]");
    }

    private static void trigger(DSLContext ctx, String body) {
        ctx.execute("create function meddle() returns trigger language plpgsql as $$ begin " + body + " end $$");
        ctx.execute("create trigger meddle before insert on member for each row execute function meddle()");
    }
}
