// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.contract;

/**
 * Is told of each bulk call, and of the batches and portions that it is made of: for timers, spans, metrics. Registered
 * with the configuration, from which it passes to transactions, and to configurations that are derived of it afterwards:
 *
 * <!-- from: bulk-dsl/src/test/java/io/bulkdsl/JavadocExamplesTest.java -->
 * <pre>{@code
 * configuration.data(BulkListener.class, listener);
 * }</pre>
 *
 * <p>All calls that execute a statement are told: {@code execute}, {@code fetch…}, in batches and in parallel. Not told are
 * {@code dryRun}, which writes nothing, and queries that are handed out ({@code query()}): jOOQ's listeners see those. What a
 * listener throws is logged, and changes nothing.
 *
 * <p>While a call is under way, jOOQ's own listeners find it with the query's configuration: {@code
 * execution.configuration().data(BulkCall.class)}.
 *
 * @since 0.1
 */
@Experimental
@FunctionalInterface
public interface BulkListener {

    /** A call begins: by the thread that executes it, before the first row is read. */
    Watch start(BulkCall call);

    /**
     * A call, a batch or a portion under way.
     *
     * @since 0.1
     */
    @Experimental
    @FunctionalInterface
    interface Watch {

        /**
         * A batch or portion of it begins: by the thread that executes it. Portions have threads of their own, so that several
         * are under way.
         */
        default Watch startPart(BulkCall part) {
            return result -> {};
        }

        /** It has come to its end, or failed: by the thread in which it began. */
        void end(BulkResult result);
    }
}
