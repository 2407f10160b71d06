// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.matrix;

import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;

/** What JUnit's report says of a run. */
record Counts(int tests, int failed, int leftOut) {

    static Counts of(Path report) throws Exception {
        Element suite = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(report.toFile())
                .getDocumentElement();
        return new Counts(
                number(suite, "tests"), number(suite, "failures") + number(suite, "errors"), number(suite, "skipped"));
    }

    private static int number(Element suite, String name) {
        return Integer.parseInt(suite.getAttribute(name));
    }
}
