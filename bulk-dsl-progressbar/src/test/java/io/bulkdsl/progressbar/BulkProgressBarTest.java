// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.progressbar;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.bulkdsl.contract.Progress;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class BulkProgressBarTest {

    @Test
    void showsHowFarItIs() {
        ByteArrayOutputStream screen = new ByteArrayOutputStream();
        try (BulkProgressBar bar = BulkProgressBar.on(new PrintStream(screen, true, UTF_8), "prices", 100)) {
            bar.accept(new Progress(40, 0, OptionalLong.empty(), 38, 2, 1, Duration.ofSeconds(1)));
        }
        assertThat(screen.toString(UTF_8)).contains("prices").contains("40/100").contains("2 rejected");
    }

    @Test
    void nothingWhereNobodyWatches() {
        assertThatCode(() -> {
                    try (BulkProgressBar bar = BulkProgressBar.of("prices", "rows", 100, false)) {
                        bar.step(1);
                        bar.accept(new Progress(40, 0, OptionalLong.empty(), 38, 2, 1, Duration.ofSeconds(1)));
                    }
                })
                .doesNotThrowAnyException();
    }
}
