// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static io.bulkdsl.BulkDSL.bulkUpdate;
import static io.bulkdsl.Deliveries.RESTOCK;
import static io.bulkdsl.R2dbc.fill;
import static io.bulkdsl.R2dbc.on;
import static io.bulkdsl.R2dbc.reactive;
import static io.bulkdsl.contract.RowSource.UNNEST;
import static io.bulkdsl.contract.RowSource.VALUES;
import static io.bulkdsl.testdb.public_.Tables.KINDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.bulkdsl.testdb.public_.enums.Mood;
import io.bulkdsl.testkit.PostgresTest;
import io.bulkdsl.testkit.TestDatabase;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.Configuration;
import org.jooq.DSLContext;
import org.jooq.RowCountQuery;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import reactor.core.publisher.Mono;

/** Values by R2DBC: as by JDBC, and as many. */
@NotVia(because = "names the sources itself")
@PostgresTest(migrations = "classpath:db/migration")
class R2dbcValuesTest {

    @TestFactory
    Stream<DynamicTest> valuesArriveAsByJdbc(DSLContext jdbc, TestDatabase database) {
        jdbc.execute("alter table wide drop constraint wide_code_key");
        jdbc.execute("insert into wide (id) select generate_series(0, 3999)");
        jdbc.execute("insert into kinds (id) select generate_series(0, 3999)");
        DSLContext r2dbc = reactive(database);
        return new RowSourcesFuzzTest().columns().stream().flatMap(column -> Stream.of(VALUES, UNNEST)
                .filter(source -> source == UNNEST || column.column() != KINDS.MOODS)
                .map(source -> dynamicTest(column.column() + ", by " + source, () -> {
                    column.write(jdbc, source == VALUES ? UNNEST : VALUES);
                    RowCountQuery query =
                            on(r2dbc.configuration(), column.update(source).query());
                    assertThat(Mono.from(query).block())
                            .isEqualTo(column.values().size());
                    assertThat(column.differences(jdbc, VALUES, UNNEST)).isEmpty();
                })));
    }

    /** jOOQ binds a null array of enums as one of a Java type that the driver knows nothing of. */
    @Test
    void nullArraysOfEnumsGoByUnnestAlone(TestDatabase database) {
        database.dsl().execute("insert into kinds (id, moods) values (1, '{ok}')");
        // spotless:off
        var update = bulkUpdate(KINDS, Integer.class)
                .key(KINDS.ID).from(id -> id)
                .set(KINDS.MOODS).from(id -> null)
                .rows(1);
        // spotless:on
        Configuration r2dbc = reactive(database).configuration();
        assertThatThrownBy(
                        () -> Mono.from(on(r2dbc, update.via(VALUES).query())).block())
                .isInstanceOf(DataAccessException.class)
                .hasRootCauseMessage("Cannot encode null parameter of type [L" + Mood.class.getName() + ";");
        assertThat(Mono.from(on(r2dbc, update.via(UNNEST).query())).block()).isEqualTo(1);
        assertThat(database.dsl().fetchValue(KINDS.MOODS, KINDS.ID.eq(1))).isNull();
    }

    @Test
    void statementsMayBeLarge(TestDatabase database) {
        fill(database.dsl());
        Configuration r2dbc = reactive(database).configuration();
        var most = RESTOCK.rows(deliveries(65_535 / 2)).via(VALUES).query();
        assertThat(Mono.from(on(r2dbc, most)).block()).isEqualTo(3);
        var many = RESTOCK.rows(deliveries(100_000)).query();
        assertThat(Mono.from(on(r2dbc, many)).block()).isEqualTo(3);
    }

    private static List<Delivery> deliveries(int rows) {
        return IntStream.range(0, rows)
                .mapToObj(i -> new Delivery("isbn-" + i, 1))
                .toList();
    }
}
