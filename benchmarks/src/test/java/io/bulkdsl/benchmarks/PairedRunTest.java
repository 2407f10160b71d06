// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.bulkdsl.benchmarks.data.Operation;
import io.bulkdsl.benchmarks.data.Shapes;
import io.bulkdsl.benchmarks.data.Task;
import io.bulkdsl.benchmarks.peer.Candidate;
import io.bulkdsl.benchmarks.peer.Candidates;
import io.bulkdsl.benchmarks.peer.WrongCandidate;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What comes of a run: figures of those who did it right, words about the others. */
class PairedRunTest {

    @Test
    void comparesWithTheLimitAndWithJdbcBatches() throws SQLException {
        List<Figures> figures = run(Operation.UPDATE, new Rounds(1, 3, Duration.ofMinutes(1)), Candidates.all());

        Figures limit = of("limit", figures);
        Figures jdbcBatch = of("jdbc-batch", figures);
        Figures ours = of("bulk-dsl", figures);
        assertThat(limit.ratioToLimit()).isEqualTo(1);
        assertThat(jdbcBatch.ratioToJdbcBatch()).isEqualTo(1);
        assertThat(ours.ratioToLimit()).isEqualTo(ours.medianMillis() / limit.medianMillis());
        assertThat(ours.rowsPerSecond()).isEqualTo(10 / ours.medianMillis() * 1_000);
        assertThat(ours.allocatedMegabytes()).isPositive();
        assertThat(ours.walMegabytes()).isPositive();
        assertThat(ours.runs()).as("batches of each measured round").isEqualTo(3 * 2);
    }

    @Test
    void measuresOnceWhatIsSlow() throws SQLException {
        List<Figures> figures = run(Operation.UPDATE, new Rounds(1, 3, Duration.ZERO), Candidates.all());

        assertThat(of("bulk-dsl", figures).runs()).isEqualTo(2);
        assertThat(of("bulk-dsl", figures).note()).isEqualTo("slow: one run");
        assertThat(of("jdbc-batch", figures).runs()).isEqualTo(6);
    }

    @Test
    void hasNoFiguresOfAWrongOrFailingCandidate() throws SQLException {
        Candidate wrong = new WrongCandidate("update bench.narrow set count = 7 where id = 2");
        Candidate failing = new WrongCandidate("delete from nothing");
        List<Figures> figures = run(
                Operation.UPDATE,
                new Rounds(1, 1, Duration.ofMinutes(1)),
                Stream.concat(Stream.of(wrong, failing), Candidates.all().stream())
                        .toList());

        assertThat(figures.get(0).isFailed()).isTrue();
        assertThat(figures.get(0).note())
                .startsWith("FAILED: the table holds 40, ")
                .contains("expected 40, ");
        assertThat(figures.get(1).note()).isEqualTo("FAILED: ERROR: relation \"nothing\" does not exist");
        assertThat(figures.stream().skip(2)).noneMatch(Figures::isFailed);
    }

    @Test
    void checksTheKeysThatAreHandedBack() throws SQLException {
        Candidate wrong = new WrongCandidate(
                "insert into bench.narrow (count, name) select count, name from bench.incoming_0 order by id returning id + 1");

        Figures figures = run(Operation.INSERT_KEYS, new Rounds(0, 1, Duration.ofMinutes(1)), List.of(wrong))
                .get(0);

        assertThat(figures.note()).isEqualTo("FAILED: 10 keys were answered, 0 of them right, for 10 rows");
    }

    private static List<Figures> run(Operation operation, Rounds rounds, List<Candidate> candidates)
            throws SQLException {
        Task<?, ?> task = new Task<>(operation, Shapes.NARROW_SHAPE, 10, 2);
        return new PairedRun<>(task, OneServer.INSTANCE, rounds).of(candidates, OneServer.INSTANCE, 0, () -> {});
    }

    private static Figures of(String candidate, List<Figures> figures) {
        return figures.stream()
                .filter(each -> each.candidate().equals(candidate))
                .findFirst()
                .orElseThrow();
    }
}
