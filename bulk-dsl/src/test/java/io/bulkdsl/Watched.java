// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import io.bulkdsl.contract.BulkCall;
import io.bulkdsl.contract.BulkListener;
import io.bulkdsl.contract.BulkResult;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jooq.DSLContext;

/** The calls that a context has executed, and their parts, in the order in which they ended. */
final class Watched implements BulkListener {

    private final List<Ended> ended = Collections.synchronizedList(new ArrayList<>());

    record Ended(BulkCall call, BulkResult result, boolean sameThread) {

        /** {@code bulkUpdate book WHOLE 0 by [UNNEST]: 3 rows, 2 written, 0 rejected, 0 retries}. */
        String text() {
            return "%s %s %s %d by %s: %d rows, %d written, %d rejected, %d retries"
                    .formatted(
                            call.statement(),
                            call.table(),
                            call.extent(),
                            call.number(),
                            result.sources(),
                            result.rows(),
                            result.written(),
                            result.rejected(),
                            result.retries());
        }
    }

    /** The same context, watched. */
    DSLContext of(DSLContext ctx) {
        DSLContext watched = ctx.configuration().derive().dsl();
        watched.configuration().data(BulkListener.class, this);
        return watched;
    }

    @Override
    public Watch start(BulkCall call) {
        return watch(call);
    }

    private Watch watch(BulkCall call) {
        Thread thread = Thread.currentThread();
        return new Watch() {
            @Override
            public Watch startPart(BulkCall part) {
                return watch(part);
            }

            @Override
            public void end(BulkResult result) {
                ended.add(new Ended(call, result, thread == Thread.currentThread()));
            }
        };
    }

    List<String> texts() {
        return ended.stream().map(Ended::text).toList();
    }

    Ended last() {
        return ended.get(ended.size() - 1);
    }

    List<Ended> all() {
        return ended;
    }
}
