// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import org.jooq.DSLContext;

/** Inserts into the log that the server gives up. */
final class FailingInserts {

    /** Inserts fail so many times, and then no more; a sequence counts across rollbacks. */
    static void failsAtFirst(DSLContext ctx, String state, int times) {
        ctx.execute("drop sequence if exists attempt");
        ctx.execute("create sequence attempt");
        ctx.execute("""
                create or replace function give_up() returns trigger language plpgsql as $$
                begin
                  if nextval('attempt') <= %d then raise exception 'given up' using errcode = '%s'; end if;
                  return null;
                end $$""".formatted(times, state));
        ctx.execute(
                "create or replace trigger give_up after insert on log_entry for each statement execute function give_up()");
    }

    private FailingInserts() {}
}
