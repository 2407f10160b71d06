// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.progressbar;

import io.bulkdsl.contract.Progress;
import java.io.Console;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.util.function.Consumer;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/**
 * How far a long piece of work is: a bar for people, nothing for files and pipes.
 *
 * <pre>{@code
 * try (var bar = BulkProgressBar.of("prices", rows.size())) {
 *     QUOTE.rows(rows).batchSize(10_000).onProgress(bar).execute(ctx);
 * }
 * }</pre>
 *
 * @since 0.1
 */
public final class BulkProgressBar implements Consumer<Progress>, AutoCloseable {

    private static final int WIDTH = 100;

    private final @Nullable ProgressBar bar;

    private BulkProgressBar(@Nullable ProgressBar bar) {
        this.bar = bar;
    }

    /** A bar of so many rows on the error stream, if a person is watching. */
    public static BulkProgressBar of(String task, long rows) {
        return of(task, "rows", rows, isWatched());
    }

    /** A bar of so many steps, counted in a unit such as {@code rows}, on the error stream if it is watched; else none. */
    public static BulkProgressBar of(String task, String unit, long steps, boolean watched) {
        return new BulkProgressBar(watched ? builder(task, unit, steps).build() : null);
    }

    /** The same on any stream. */
    static BulkProgressBar on(PrintStream stream, String task, long rows) {
        return new BulkProgressBar(builder(task, "rows", rows)
                .setConsumer(new ConsoleProgressBarConsumer(stream, WIDTH))
                .build());
    }

    /** Whether the program's output goes to a terminal. */
    @SuppressWarnings("SystemConsoleNull")
    public static boolean isWatched() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            // Since Java 22 there is a console also where there is no terminal.
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException olderJava) {
            return true;
        } catch (IllegalAccessException | InvocationTargetException e) {
            return false;
        }
    }

    /** Shows how far a statement in batches has come. */
    @Override
    public void accept(Progress progress) {
        if (bar != null) {
            bar.stepTo(progress.rows());
            if (progress.rejected() > 0) {
                bar.setExtraMessage(progress.rejected() + " rejected");
            }
        }
    }

    /** So many steps more. */
    public void step(long steps) {
        if (bar != null) {
            bar.stepBy(steps);
        }
    }

    /** Takes the bar away. */
    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }

    private static ProgressBarBuilder builder(String task, String unit, long steps) {
        return new ProgressBarBuilder()
                .setTaskName(task)
                .setUnit(" " + unit, 1)
                .setInitialMax(steps)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(100)
                .clearDisplayOnFinish();
    }
}
