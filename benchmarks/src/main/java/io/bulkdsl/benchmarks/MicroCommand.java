// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

@Command(
        name = "micro",
        description =
                "What the client does before the server is asked, measured by JMH; its options may follow, -h lists them.")
final class MicroCommand implements Callable<Integer> {

    @Unmatched
    private List<String> options = new ArrayList<>();

    @Override
    public Integer call() throws Exception {
        org.openjdk.jmh.Main.main(options.toArray(String[]::new));
        return 0;
    }
}
