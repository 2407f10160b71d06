// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.model;

import java.util.concurrent.atomic.AtomicBoolean;
import org.jooq.Condition;
import org.jooq.Configuration;
import org.jooq.SQLDialect;
import org.jooq.VisitListener;
import org.jooq.impl.DefaultConfiguration;
import org.jooq.impl.QOM;

/** {@code excluded}, the row that was to be inserted, which is there in {@code on conflict do update} alone. */
final class Excluded {

    /**
     * Whether a condition asks for it. jOOQ shows the parts of a condition to who listens while it is rendered, and has no other
     * way to look at them all.
     */
    static boolean isIn(Condition condition) {
        AtomicBoolean found = new AtomicBoolean();
        Configuration listening = new DefaultConfiguration()
                .derive(SQLDialect.POSTGRES)
                .derive(VisitListener.onVisitStart(visit -> {
                    if (visit.queryPart() instanceof QOM.Excluded) {
                        found.set(true);
                    }
                }));
        try {
            listening.dsl().render(condition);
        } catch (RuntimeException incomplete) {
            // a condition of the user's own may need the configuration of the user; then the server has to say it
        }
        return found.get();
    }

    private Excluded() {}
}
