// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.bulkdsl.benchmarks.data.Operation;
import io.bulkdsl.benchmarks.data.Shapes;
import io.bulkdsl.benchmarks.data.Task;
import io.bulkdsl.benchmarks.peer.Candidate;
import io.bulkdsl.benchmarks.peer.Candidates;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every candidate leaves in the table what the operation has to, in every shape; how long it takes is not asserted. */
class EveryCandidateTest {

    private static final Rounds ONE = new Rounds(0, 1, Duration.ofMinutes(1));
    private static final List<Candidate> CANDIDATES = Candidates.all();

    static Stream<Task<?, ?>> tasks() {
        return Stream.of(Operation.values())
                .flatMap(operation -> Shapes.of(operation, List.of("narrow", "wide")).stream()
                        .flatMap(shape -> Stream.of(10, 100).map(rows -> new Task<>(operation, shape, rows, 2))));
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void leavesTheRightContents(Task<?, ?> task) throws SQLException {
        List<Figures> figures =
                new PairedRun<>(task, OneServer.INSTANCE, ONE).of(CANDIDATES, OneServer.INSTANCE, 0, () -> {});

        assertThat(figures).hasSizeGreaterThan(3);
        assertThat(figures.stream().filter(Figures::isFailed).map(each -> each.candidate() + ": " + each.note()))
                .isEmpty();
    }
}
