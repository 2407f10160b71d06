// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The temporary directory of an embedded server: its data and its output. */
final class ServerDirectory {

    /** With our process id, so that it can be told whose directory is left behind when a JVM is killed. */
    private static final String PREFIX =
            "bulkdsl-postgres-" + ProcessHandle.current().pid() + "-";

    /** Files in memory, on Linux. There a database is made and dropped ten times as fast as on most disks. */
    private static final Path MEMORY = Path.of("/dev/shm");

    /** Containers often have less. */
    private static final long ENOUGH_BYTES = 4L << 30;

    private static final int LINES_SHOWN = 15;
    private static final int STOP_SECONDS = 5;

    private ServerDirectory() {}

    /** The parent of directories that a server for many small databases has: what is configured, memory, or the disk. */
    static Path fastest(@Nullable String configured) {
        return configured != null ? Path.of(configured) : hasRoom(MEMORY) ? MEMORY : onDisk();
    }

    static Path onDisk() {
        return Path.of(System.getProperty("java.io.tmpdir"));
    }

    private static boolean hasRoom(Path parent) {
        try {
            return Files.isWritable(parent) && Files.getFileStore(parent).getUsableSpace() >= ENOUGH_BYTES;
        } catch (IOException e) {
            return false;
        }
    }

    static Path createIn(Path parent) {
        try {
            return Files.createTempDirectory(parent, PREFIX);
        } catch (IOException e) {
            throw new UncheckedIOException("No temporary directory for the embedded PostgreSQL server in " + parent, e);
        }
    }

    static Path data(Path directory) {
        return directory.resolve("data");
    }

    static Path output(Path directory) {
        return directory.resolve("output.log");
    }

    static String endOfOutput(Path directory) {
        try {
            String output = Files.readString(output(directory), StandardCharsets.ISO_8859_1);
            List<String> lines = output.lines().toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size()));
        } catch (IOException e) {
            return "(none)";
        }
    }

    /** Stops a server that was started but never answered; its process is known by the file it wrote. */
    static void stopServer(Path directory) {
        Path pidFile = data(directory).resolve("postmaster.pid");
        try {
            long pid = Long.parseLong(Files.readAllLines(pidFile, StandardCharsets.ISO_8859_1)
                    .get(0)
                    .trim());
            ProcessHandle process = ProcessHandle.of(pid).orElse(null);
            if (process != null && process.destroy()) {
                process.onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
            }
        } catch (IOException | NumberFormatException | ExecutionException | TimeoutException e) {
            // No process to stop, or one that does not listen: the caller reports the failure to start anyway.
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static void delete(Path directory) {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            System.getLogger(ServerDirectory.class.getName())
                    .log(System.Logger.Level.WARNING, "Left behind: " + directory + " (" + e.getMessage() + ")");
        }
    }
}
