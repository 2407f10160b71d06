// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.proofs;

import static io.bulkdsl.proofs.StreamedRows.TIMES_WRITTEN;
import static io.bulkdsl.proofs.db.Tables.COUNTER;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.sum;

import io.bulkdsl.proofs.StreamedRows.Step;
import io.bulkdsl.testkit.PostgresTest;
import io.bulkdsl.testkit.TestDatabase;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

/** Rows of an Iterator that would fill the heap several times, in a program of their own. */
@PostgresTest(migrations = "classpath:db/migration")
class MemoryTest {

    private static final String HEAP = "-Xmx64m";

    /** What {@code ExitOnOutOfMemoryError} ends a program with. */
    private static final int OUT_OF_MEMORY = 3;

    /** Few and wide in a small extent, for time's sake: 80 MB of letters; else as many as are promised. */
    private static final int ROWS = Extent.of(40_000, 10_000_000);

    private static final int LETTERS = Extent.of(2_000, 60);

    @Test
    void rowsAreNotKept(TestDatabase database) throws Exception {
        EnumSet<Step> steps = EnumSet.complementOf(EnumSet.of(Step.INSERT_OF_ROWS_KEPT));
        Process program = start(database, steps);
        String output = new String(program.getInputStream().readAllBytes(), UTF_8);
        assertThat(program.waitFor()).as(output).isZero();
        assertThat(output.lines())
                .containsExactlyElementsOf(
                        steps.stream().map(step -> step + " " + ROWS).toList());
        assertContents(database.dsl(), COUNTER.ID.le((long) ROWS), TIMES_WRITTEN);
        assertContents(database.dsl(), COUNTER.ID.gt((long) ROWS), 1);
        assertThat(database.dsl().fetchCount(COUNTER)).isEqualTo(2 * ROWS);
    }

    /** Each row's number so many times. */
    private static void assertContents(DSLContext ctx, Condition part, int times) {
        var counted = ctx.select(count(), sum(COUNTER.HITS.minus(COUNTER.ID.times(times))), sum(COUNTER.LABEL.length()))
                .from(COUNTER)
                .where(part)
                .and(COUNTER.HITS.eq(COUNTER.ID.times(times)))
                .and("ltrim(label, '-') = id::text")
                .fetchSingle();
        assertThat(counted.value1()).isEqualTo(ROWS);
        assertThat(counted.value2()).isZero();
        assertThat(counted.value3()).isEqualTo(BigDecimal.valueOf((long) ROWS * LETTERS));
    }

    /** Else the test above proved nothing: the same rows in a list are too many. */
    @Test
    void theHeapIsTooSmallToKeepThem(TestDatabase database) throws Exception {
        Process program = start(database, EnumSet.of(Step.INSERT_OF_ROWS_KEPT));
        program.getInputStream().readAllBytes();
        assertThat(program.waitFor()).isEqualTo(OUT_OF_MEMORY);
        assertThat(database.dsl().fetchCount(COUNTER)).isZero();
    }

    private static Process start(TestDatabase database, Set<Step> steps) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-XX:+ExitOnOutOfMemoryError",
                "-Dorg.jooq.no-logo=true",
                "-Dorg.jooq.no-tips=true",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=off",
                "-cp",
                classPath(),
                StreamedRows.class.getName(),
                database.url(),
                database.user(),
                database.password(),
                String.valueOf(ROWS),
                String.valueOf(LETTERS)));
        steps.forEach(step -> command.add(step.name()));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    /** Surefire hides it in a jar's manifest. */
    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }
}
