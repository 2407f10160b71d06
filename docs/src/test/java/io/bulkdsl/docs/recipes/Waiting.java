// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.docs.recipes;

import org.jooq.DSLContext;

/** For tests of what two sessions do at a time. */
public final class Waiting {

    /** Returns when a session of this database waits for what another has locked. */
    public static void untilASessionIsBlocked(DSLContext ctx) throws InterruptedException {
        String blocked = "select exists (select 1 from pg_stat_activity"
                + " where datname = current_database() and wait_event_type = 'Lock')";
        while (!Boolean.TRUE.equals(ctx.fetchValue(blocked))) {
            Thread.sleep(10);
        }
    }

    private Waiting() {}
}
