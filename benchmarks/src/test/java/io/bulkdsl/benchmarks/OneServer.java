// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.benchmarks;

/** The server of all tests; it ends with the JVM. */
final class OneServer {

    static final Server INSTANCE = Server.embedded();

    private OneServer() {}
}
