// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.benchmarks;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "charts",
        description = "Draws the charts of the CSV files of a folder anew.",
        mixinStandardHelpOptions = true)
final class ChartsCommand implements Callable<Integer> {

    @Parameters(paramLabel = "<folder>", defaultValue = "docs/benchmarks", description = "By default ${DEFAULT-VALUE}.")
    private Path folder = Path.of("");

    @Override
    public Integer call() throws Exception {
        Charts.draw(folder);
        return 0;
    }
}
