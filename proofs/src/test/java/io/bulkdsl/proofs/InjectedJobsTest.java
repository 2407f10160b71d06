// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.proofs;

import static io.bulkdsl.proofs.Attacks.ATTACKS;
import static io.bulkdsl.proofs.Attacks.HARMLESS;
import static io.bulkdsl.proofs.Attacks.NAMES;
import static io.bulkdsl.proofs.Notes.STATEMENTS;
import static io.bulkdsl.proofs.Notes.askOnce;
import static io.bulkdsl.proofs.Notes.assertContents;
import static io.bulkdsl.proofs.Notes.before;
import static io.bulkdsl.proofs.Notes.notes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.val;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.bulkdsl.JobTable;
import io.bulkdsl.contract.CancelledException;
import io.bulkdsl.testkit.PostgresTest;
import io.bulkdsl.testkit.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Name;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Texts that mean to be SQL are data where they are ids of jobs, and names where they name the table of jobs. */
@PostgresTest(migrations = "classpath:db/migration")
class InjectedJobsTest {

    @BeforeEach
    void tables(DSLContext ctx) {
        Notes.createTable(ctx);
        Attacks.fillCounter(ctx);
    }

    @TestFactory
    Stream<DynamicTest> idsOfJobsChangeNoStatement(TestDatabase database) {
        SentSql sent = new SentSql();
        HikariDataSource connections = kept(database);
        DSLContext ctx = sent.on(connections);
        JobTable.DEFAULT.create(ctx);
        askOnce(ctx, "update");
        List<String> harmless = sqlOfJob(ctx, sent, "harmless", JobTable.DEFAULT);
        return ATTACKS.stream()
                .onClose(connections::close)
                .map(id -> dynamicTest(JavaText.of(id), () -> assertThat(sqlOfJob(ctx, sent, id, JobTable.DEFAULT))
                        .isEqualTo(harmless)));
    }

    @TestFactory
    Stream<DynamicTest> namesOfJobTablesAreOnlyNames(TestDatabase database) {
        SentSql sent = new SentSql();
        HikariDataSource connections = kept(database);
        DSLContext ctx = sent.on(connections);
        askOnce(ctx, "update");
        List<String> harmless = sqlOfJobIn(ctx, sent, name("jobs", "job"));
        return Stream.concat(ATTACKS.stream(), NAMES.stream())
                .map(text -> dynamicTest(JavaText.of(text), () -> {
                    Name hostile = name(text, text);
                    assertThat(sqlOfJobIn(ctx, sent, hostile))
                            .isEqualTo(harmless.stream()
                                    .map(sql -> sql.replace(ctx.render(name("jobs", "job")), ctx.render(hostile)))
                                    .toList());
                    assertThat(ctx.fetchValues(
                                    "select tablename::text from pg_tables where schemaname = {0}", val(text)))
                            .isEqualTo(List.of(text));
                }));
    }

    /** A job takes many statements, and opening a connection for each most of the time. */
    private static HikariDataSource kept(TestDatabase database) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(database.dataSource());
        config.setMaximumPoolSize(2);
        return new HikariDataSource(config);
    }

    private static List<String> sqlOfJobIn(DSLContext ctx, SentSql sent, Name table) {
        ctx.createSchema(table.first()).execute();
        sent.taken();
        JobTable jobs = JobTable.named(table);
        jobs.create(ctx);
        List<String> all = new ArrayList<>(sent.taken());
        all.addAll(sqlOfJob(ctx, sent, "a job", jobs));
        return all;
    }

    /** A job that is cancelled, goes on, and is forgotten. */
    private static List<String> sqlOfJob(DSLContext ctx, SentSql sent, String id, JobTable table) {
        before(ctx, true, HARMLESS);
        var job = STATEMENTS
                .get("update")
                .rows(notes(HARMLESS))
                .batchSize(HARMLESS.size() / 2)
                .commitEachBatch()
                .jobId(id, table);
        sent.taken();
        assertThatThrownBy(() -> job.cancelWhen(progress -> true).execute(ctx)).isInstanceOf(CancelledException.class);
        assertThat(job.execute(ctx).resumed()).isEqualTo(HARMLESS.size() / 2);
        assertThat(table.forget(ctx, id)).isTrue();
        assertThat(table.forget(ctx, id)).isFalse();
        List<String> all = sent.taken();
        assertContents(ctx, "update", true, HARMLESS);
        return all;
    }
}
