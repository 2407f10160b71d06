// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static io.bulkdsl.BulkDSL.bulkUpsert;
import static io.bulkdsl.testdb.public_.Tables.EMPLOYEE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bulkdsl.contract.BulkException;
import io.bulkdsl.testdb.public_.tables.records.EmployeeRecord;
import io.bulkdsl.testkit.PostgresTest;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Rows that can't be written without later ones: none of them is blamed because it was tried without. */
@PostgresTest(migrations = "classpath:db/migration")
class RowsThatNeedOthersTest {

    record Hired(int id, @Nullable Integer boss, int pay) {}

    // spotless:off
    private static final BulkUpsert<EmployeeRecord, Hired> HIRE = bulkUpsert(EMPLOYEE, Hired.class)
            .key(EMPLOYEE.ID).from(Hired::id)
            .set(EMPLOYEE.BOSS).from(Hired::boss)
            .set(EMPLOYEE.PAY).from(Hired::pay);
    // spotless:on

    @Test
    void theBadRowIsNamed(DSLContext ctx) {
        List<Hired> rows =
                List.of(new Hired(1, 3, 10), new Hired(2, null, 10), new Hired(3, null, 10), new Hired(4, null, -1));
        BulkException e =
                catchThrowableOfType(BulkException.class, () -> HIRE.rows(rows).execute(ctx));
        assertThat(e.failure().error().sqlState()).isEqualTo("23514");
        assertThat(e.failure().rowNumbers()).containsExactly(4);
        assertThat(HIRE.rows(rows.subList(0, 3)).execute(ctx)).isEqualTo(3);
    }

    @Test
    void noneIsNamedWhereOneIsMissing(DSLContext ctx) {
        List<Hired> rows = List.of(new Hired(1, 3, 10), new Hired(2, 99, 10), new Hired(3, null, 10));
        BulkException e =
                catchThrowableOfType(BulkException.class, () -> HIRE.rows(rows).execute(ctx));
        assertThat(e.failure().error().sqlState()).isEqualTo("23503");
        assertThat(e.failure().rowNumbers()).isEmpty();
        assertThat(ctx.fetchCount(EMPLOYEE)).isZero();
    }
}
