// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.micrometer;

import static java.util.Objects.requireNonNull;

import io.bulkdsl.contract.BulkCall;
import io.bulkdsl.contract.BulkCall.Extent;
import io.bulkdsl.contract.BulkResult;
import io.bulkdsl.contract.Experimental;
import io.bulkdsl.contract.RowSource;
import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import io.micrometer.observation.GlobalObservationConvention;
import io.micrometer.observation.Observation;
import java.util.stream.Collectors;

/**
 * The names and key values of bulk calls, of batches, or of portions. Whoever wants others extends this, and hands it to
 * the registry, where it takes the place of the default:
 *
 * <pre>{@code
 * registry.observationConfig().observationConvention(new BulkObservationConvention(Extent.WHOLE) {
 *     @Override
 *     public String getName() {
 *         return "shop.bulk";
 *     }
 * });
 * }</pre>
 *
 * @since 0.1
 */
@Experimental
public class BulkObservationConvention implements GlobalObservationConvention<BulkObservationContext> {

    /** What a key value is while it isn't known, and where there is none. */
    public static final String NONE = "none";

    private static final int CLASS_OF_STATE = 2;

    private final Extent extent;

    /** A convention for those of one extent. */
    public BulkObservationConvention(Extent extent) {
        this.extent = requireNonNull(extent, "extent");
    }

    /** {@code bulkdsl.call}, {@code bulkdsl.batch} or {@code bulkdsl.portion}. */
    @Override
    public String getName() {
        return switch (extent) {
            case WHOLE -> "bulkdsl.call";
            case BATCH -> "bulkdsl.batch";
            case PORTION -> "bulkdsl.portion";
        };
    }

    /** The name of a span: {@code bulkUpdate book}, {@code bulkUpdate book batch 3}. */
    @Override
    public String getContextualName(BulkObservationContext context) {
        BulkCall call = context.call();
        String name = call.statement() + " " + call.table();
        return switch (extent) {
            case WHOLE -> name;
            case BATCH -> name + " batch " + call.number();
            case PORTION -> name + " portion " + call.number();
        };
    }

    /** Those with few values, for metrics too: statement, table, row source, the class of the SQLSTATE. */
    @Override
    public KeyValues getLowCardinalityKeyValues(BulkObservationContext context) {
        return KeyValues.of(
                KeyValue.of("bulkdsl.statement", context.call().statement()),
                KeyValue.of("bulkdsl.table", context.call().table()),
                KeyValue.of(
                        "bulkdsl.source",
                        context.result().map(BulkObservationConvention::source).orElse(NONE)),
                KeyValue.of(
                        "bulkdsl.sqlstate.class",
                        context.result()
                                .flatMap(BulkResult::sqlState)
                                .map(state -> state.substring(0, Math.min(CLASS_OF_STATE, state.length())))
                                .orElse(NONE)));
    }

    /** Those with many values, for spans: how many rows, repetitions, the SQLSTATE, the beginning of the SQL. */
    @Override
    public KeyValues getHighCardinalityKeyValues(BulkObservationContext context) {
        return context.result().map(BulkObservationConvention::outcome).orElseGet(KeyValues::empty);
    }

    @Override
    public boolean supportsContext(Observation.Context context) {
        return context instanceof BulkObservationContext bulk && bulk.call().extent() == extent;
    }

    private static String source(BulkResult result) {
        return result.sources().isEmpty()
                ? NONE
                : result.sources().stream().sorted().map(RowSource::name).collect(Collectors.joining("+"));
    }

    private static KeyValues outcome(BulkResult result) {
        return KeyValues.of(
                KeyValue.of("bulkdsl.rows", Long.toString(result.rows())),
                KeyValue.of("bulkdsl.written", Long.toString(result.written())),
                KeyValue.of("bulkdsl.rejected", Long.toString(result.rejected())),
                KeyValue.of("bulkdsl.retries", Long.toString(result.retries())),
                KeyValue.of("bulkdsl.sqlstate", result.sqlState().orElse(NONE)),
                KeyValue.of("bulkdsl.sql", result.sql().isEmpty() ? NONE : result.sql()));
    }
}
