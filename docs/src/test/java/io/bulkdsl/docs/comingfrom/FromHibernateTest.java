// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.docs.comingfrom;

import static io.bulkdsl.BulkDSL.bulkInsert;
import static io.bulkdsl.BulkDSL.bulkUpdate;
import static io.bulkdsl.Functions.incr;
import static io.bulkdsl.contract.Status.STALE;
import static io.bulkdsl.contract.Status.UPDATED;
import static io.bulkdsl.docs.db.Tables.MACHINE;
import static io.bulkdsl.testkit.SqlAssertions.assertThatSql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.bulkdsl.BulkInsert;
import io.bulkdsl.BulkUpdate;
import io.bulkdsl.Outcome;
import io.bulkdsl.Outcomes;
import io.bulkdsl.docs.db.tables.records.MachineRecord;
import io.bulkdsl.testkit.PostgresTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an application does that keeps Hibernate for its entities. */
@PostgresTest(migrations = "classpath:db/migration")
class FromHibernateTest {

    record Usage(String code, int hours) {}

    /** As an entity would be, but for its annotations. */
    static final class MachineEntity {

        private Long id;
        private String code;
        private String name;
        private int version;

        MachineEntity(Long id, String code, String name, int version) {
            this.id = id;
            this.code = code;
            this.name = name;
            this.version = version;
        }

        Long getId() {
            return id;
        }

        String getCode() {
            return code;
        }

        String getName() {
            return name;
        }

        int getVersion() {
            return version;
        }
    }

    // spotless:off
    static final BulkUpdate<MachineRecord, Usage> ADD_HOURS = bulkUpdate(MACHINE, Usage.class)
            .key(MACHINE.CODE).from(Usage::code)
            .set(MACHINE.HOURS, incr()).from(Usage::hours)
            .set(MACHINE.VERSION, incr()).from(usage -> 1);

    static final BulkUpdate<MachineRecord, MachineEntity> RENAME = bulkUpdate(MACHINE, MachineEntity.class)
            .key(MACHINE.ID).from(MachineEntity::getId)
            .set(MACHINE.NAME).from(MachineEntity::getName)
            .version(MACHINE.VERSION).from(MachineEntity::getVersion);

    static final BulkInsert<MachineRecord, MachineEntity> CREATE = bulkInsert(MACHINE, MachineEntity.class)
            .set(MACHINE.CODE).from(MachineEntity::getCode)
            .set(MACHINE.NAME).from(MachineEntity::getName);
    // spotless:on

    static int addHours(Connection connection, List<Usage> usages) {
        DSLContext ctx = DSL.using(connection, SQLDialect.POSTGRES);
        return ADD_HOURS.rows(usages).execute(ctx);
    }

    @BeforeEach
    void machines(DSLContext ctx) {
        Machines.add(ctx, "lathe", "mill");
    }

    @Test
    void onASessionsConnectionItIsPartOfTheSessionsTransaction(DSLContext ctx, DataSource pool) throws SQLException {
        try (Connection ofTheSession = pool.getConnection()) {
            ofTheSession.setAutoCommit(false);
            assertThat(addHours(ofTheSession, List.of(new Usage("lathe", 10)))).isEqualTo(1);
            ofTheSession.rollback();
            assertThat(Machines.hours(ctx)).containsEntry("lathe", 5);

            addHours(ofTheSession, List.of(new Usage("lathe", 10)));
            ofTheSession.commit();
            assertThat(Machines.hours(ctx)).containsEntry("lathe", 15);
        }
    }

    @Test
    void theVersionMovesOn() {
        assertThatSql(ADD_HOURS.rows(new Usage("lathe", 10), new Usage("mill", 3)))
                .rendersSql("""
                        update "public"."machine"
                        set
                          "hours" = coalesce(("public"."machine"."hours" + "incoming"."hours"), "incoming"."hours", "public"."machine"."hours"),
                          "version" = coalesce(("public"."machine"."version" + "incoming"."version"), "incoming"."version", "public"."machine"."version")
                        from (values (?, ?, ?), (?, ?, ?)) as "incoming" ("code", "hours", "version")
                        where "public"."machine"."code" = "incoming"."code"
                        """);
    }

    @Test
    void anEntityThatWasReadBeforeCannotOverwrite(DSLContext ctx) {
        ADD_HOURS.rows(new Usage("lathe", 10)).execute(ctx);

        // What Hibernate sends when it flushes an entity that was read with version 0.
        int written =
                ctx.execute("update machine set hours = 5, name = 'Lathe', version = 1 where id = 1 and version = 0");

        assertThat(written).isZero();
        assertThat(Machines.hours(ctx)).containsEntry("lathe", 15);
    }

    @Test
    void entitiesAreElementsAndStaleOnesAreTold(DSLContext ctx) {
        ctx.execute("update machine set version = 7 where code = 'mill'");
        List<MachineEntity> machines =
                List.of(new MachineEntity(1L, "lathe", "Lathe", 0), new MachineEntity(2L, "mill", "Mill", 6));

        Outcomes<MachineEntity, Record> outcomes = RENAME.rows(machines).fetchOutcomes(ctx);

        assertThat(outcomes.rows()).extracting(Outcome::status).containsExactly(UPDATED, STALE);
        assertThat(Machines.names(ctx)).containsOnly(entry(1L, "Lathe"), entry(2L, null));
    }

    @Test
    void generatedKeysComeBackToTheirEntities(DSLContext ctx) {
        List<MachineEntity> machines =
                List.of(new MachineEntity(null, "saw", "Saw", 0), new MachineEntity(null, "press", "Press", 0));

        for (var created : CREATE.rows(machines).returning(MACHINE.ID).fetchRows(ctx)) {
            created.element().id = created.record().value1();
        }

        assertThat(machines).allSatisfy(machine -> assertThat(Machines.names(ctx))
                .containsEntry(machine.getId(), machine.getName()));
    }
}
