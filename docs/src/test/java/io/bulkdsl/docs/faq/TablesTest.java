// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.docs.faq;

import static io.bulkdsl.docs.db.Tables.MACHINE;
import static io.bulkdsl.docs.faq.MachineStatements.CACHE;
import static io.bulkdsl.docs.faq.MachineStatements.REPORT;
import static org.assertj.core.api.Assertions.assertThat;

import io.bulkdsl.contract.RowSource;
import io.bulkdsl.docs.faq.MachineStatements.Usage;
import io.bulkdsl.testkit.PostgresTest;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tables that aren't ordinary. */
@PostgresTest(migrations = "classpath:db/migration")
class TablesTest {

    @Test
    void anUnloggedTableIsLikeAnyOther(DSLContext ctx) {
        assertThat(CACHE.rows(new Usage("lathe", 1)).execute(ctx)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(RowSource.class)
    void aTemporaryTableIsWrittenWithoutItsSchema(RowSource source, DSLContext ctx, DataSource pool)
            throws SQLException {
        try (Connection connection = pool.getConnection()) {
            DSLContext session = DSL.using(connection, SQLDialect.POSTGRES, new Settings().withRenderSchema(false));
            session.execute("create temporary table machine (like machine including all)");

            REPORT.rows(new Usage("lathe", 1)).via(source).execute(session);

            assertThat(session.fetchCount(MACHINE)).isEqualTo(1);
            assertThat(ctx.fetchCount(MACHINE)).isZero();
        }
    }
}
