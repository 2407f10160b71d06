// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.proofs;

import static io.bulkdsl.proofs.db.Tables.COUNTER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.bulkdsl.contract.BatchFailedException;
import io.bulkdsl.contract.UncertainCommitException;
import io.bulkdsl.proofs.Fault.Moment;
import io.bulkdsl.proofs.Fault.Place;
import io.bulkdsl.proofs.Fault.Way;
import io.bulkdsl.testkit.PostgresTest;
import io.bulkdsl.testkit.TestDatabase;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A connection that is lost in the middle: an error, nothing half written, and a pool that goes on. In batches it is lost in the
 * second of three.
 */
@PostgresTest(migrations = "classpath:db/migration")
class NetworkTest {

    private static final int BATCH = 10;
    private static final int BATCHES = 3;
    private static final List<Counted> ROWS = Counted.rows(BATCH * BATCHES);

    /** How long a client waits for an answer that may not come. */
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private record Loss(CountingStatement statement, Division division, Fault fault) {

        /** Nothing says COMMIT where the statement is one query, in auto-commit mode. */
        boolean isPossible() {
            return fault.place() != Place.COMMIT || !commitsByItself();
        }

        boolean commitsByItself() {
            return division == Division.ONE_PIECE && statement.isOneQuery();
        }

        /** Whether the connection is lost when the client may think that the server has committed, or not. */
        boolean isUncertain() {
            return fault.place() == Place.COMMIT || commitsByItself();
        }

        /** How many messages of that kind get through. */
        int spared() {
            return switch (division) {
                case ONE_PIECE -> 0;
                case BATCHES -> fault.place() == Place.COMMIT ? 0 : 1;
                case COMMITTED_BATCHES -> 1;
            };
        }

        /** How many rows there are afterwards: the server was told to commit, or it wasn't. */
        int committed() {
            boolean isCommitted = isUncertain() && fault.moment().isOfAnswer();
            return division == Division.COMMITTED_BATCHES
                    ? isCommitted ? 2 * BATCH : BATCH
                    : isCommitted ? ROWS.size() : 0;
        }

        @Override
        public String toString() {
            return "%s in %s: %s".formatted(statement, division, fault);
        }
    }

    @TestFactory
    Stream<DynamicTest> nothingIsHalfWrittenAndThePoolGoesOn(TestDatabase database) {
        return losses().stream().map(loss -> dynamicTest(loss.toString(), () -> lose(loss, database)));
    }

    private static List<Loss> losses() {
        List<Loss> losses = new ArrayList<>();
        int number = 0;
        for (CountingStatement statement : CountingStatement.values()) {
            for (Division division : Division.values()) {
                for (Place place : Place.values()) {
                    for (Moment moment : Moment.values()) {
                        number++;
                        for (Way way : Way.values()) {
                            Loss loss = new Loss(statement, division, new Fault(place, moment, way));
                            if (loss.isPossible() && number % oneOf(loss.fault()) == 0) {
                                losses.add(loss);
                            }
                        }
                    }
                }
            }
        }
        return losses;
    }

    /** One of how many such faults is tried; the numbers are such that each place meets each moment. */
    private static int oneOf(Fault fault) {
        return switch (fault.way()) {
            case RESET -> fault.place() == Place.COMMIT ? 1 : Extent.of(5, 1);
            case CLOSED -> Extent.of(7, 1);
            case STALLED -> Extent.of(37, 1); // takes a while
        };
    }

    private static void lose(Loss loss, TestDatabase database) throws IOException, SQLException {
        DSLContext elsewhere = database.dsl();
        PGSimpleDataSource direct = database.dataSource().unwrap(PGSimpleDataSource.class);
        loss.statement().prepare(elsewhere, ROWS.size());
        try (FaultyProxy proxy = new FaultyProxy(direct.getServerNames()[0], direct.getPortNumbers()[0]);
                HikariDataSource pool = pool(direct, proxy)) {
            proxy.arm(loss.fault(), loss.spared());
            Throwable thrown = catchThrowable(() -> execute(loss, context(loss, pool)));

            assertThat(proxy.isArmed()).as("the fault has struck").isFalse();
            assertThat(thrown).isInstanceOf(DataAccessException.class).hasRootCauseInstanceOf(IOException.class);
            assertThat(causes(thrown).anyMatch(UncertainCommitException.class::isInstance))
                    .as("said to be uncertain: %s", thrown)
                    .isEqualTo(loss.isUncertain());
            if (loss.division() == Division.COMMITTED_BATCHES) {
                assertThat(thrown).isInstanceOfSatisfying(BatchFailedException.class, e -> assertThat(
                                e.progress().rows())
                        .as("confirmed")
                        .isEqualTo(BATCH));
            }
            assertThat(written(elsewhere)).as("written").isEqualTo(ids(loss.committed()));

            loss.statement().prepare(elsewhere, ROWS.size());
            execute(loss, DSL.using(pool, SQLDialect.POSTGRES));
            assertThat(written(elsewhere)).as("written by a second call").isEqualTo(ids(ROWS.size()));
            assertThat(proxy.connections()).as("connections that were needed").isEqualTo(2);
        }
    }

    private static DSLContext context(Loss loss, DataSource pool) {
        return loss.fault().way() == Way.STALLED
                ? DSL.using(new ImpatientConnections(pool, PATIENCE), SQLDialect.POSTGRES)
                : DSL.using(pool, SQLDialect.POSTGRES);
    }

    private static void execute(Loss loss, DSLContext ctx) {
        loss.division().execute(loss.statement().of(ROWS), BATCH, ctx);
    }

    private static HikariDataSource pool(PGSimpleDataSource direct, FaultyProxy proxy) {
        PGSimpleDataSource proxied = new PGSimpleDataSource();
        proxied.setServerNames(new String[] {"localhost"});
        proxied.setPortNumbers(new int[] {proxy.port()});
        proxied.setDatabaseName(direct.getDatabaseName());
        proxied.setUser(direct.getUser());
        proxied.setPassword(direct.getPassword());
        proxied.setSslMode("disable");
        proxied.setGssEncMode("disable");
        HikariConfig config = new HikariConfig();
        config.setDataSource(proxied);
        config.setMaximumPoolSize(1); // a connection that isn't given back would be missed
        config.setConnectionTimeout(Duration.ofSeconds(20).toMillis());
        return new HikariDataSource(config);
    }

    private static Stream<Throwable> causes(Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause);
    }

    /** The counters that have one hit; none has more. */
    private static List<Long> written(DSLContext ctx) {
        assertThat(ctx.fetchCount(COUNTER, COUNTER.HITS.notIn(0L, 1L)))
                .as("counted twice")
                .isZero();
        return ctx.select(COUNTER.ID)
                .from(COUNTER)
                .where(COUNTER.HITS.eq(1L))
                .orderBy(COUNTER.ID)
                .fetch(COUNTER.ID);
    }

    private static List<Long> ids(int count) {
        return LongStream.range(0, count).boxed().toList();
    }
}
