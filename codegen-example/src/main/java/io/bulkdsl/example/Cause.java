// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.example;

import java.sql.SQLException;

/** What went wrong, on one line: in the server's or the driver's own words where there are some. */
final class Cause {

    private Cause() {}

    static String of(Throwable failure) {
        Throwable told = failure;
        Throwable bottom = failure;
        while (bottom.getCause() != null) {
            bottom = bottom.getCause();
            told = bottom instanceof SQLException ? bottom : told;
        }
        return bottom == told
                ? inOneLine(told)
                : inOneLine(told) + " (" + bottom.getClass().getSimpleName() + ": " + inOneLine(bottom) + ")";
    }

    private static String inOneLine(Throwable failure) {
        String message = failure.getMessage();
        return message == null || message.isBlank()
                ? failure.getClass().getSimpleName()
                : message.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
