// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** The figures of an operation as CSV, {@code update.csv}. */
final class ResultFile {

    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();

    private ResultFile() {}

    static Path of(Path folder, String operation) {
        return folder.resolve(operation + ".csv");
    }

    static void write(Path file, List<Figures> figures) throws IOException {
        try (CSVPrinter printer = FORMAT.print(Files.newBufferedWriter(file))) {
            printer.printRecord(Figures.NAMES);
            for (Figures each : figures) {
                printer.printRecord(each.texts());
            }
        }
    }

    static List<Figures> read(Path file) throws IOException {
        CSVFormat skippingHeader =
                FORMAT.builder().setHeader().setSkipHeaderRecord(true).get();
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            return skippingHeader.parse(reader).stream()
                    .map(line -> Figures.parse(line.toList()))
                    .toList();
        }
    }
}
