// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.docs.comingfrom;

import static io.bulkdsl.docs.db.Tables.MACHINE;

import java.util.Map;
import org.jooq.DSLContext;

/** Rows to begin with. */
final class Machines {

    private Machines() {}

    /** Machines 1, 2, 3, …, which have run for 5 hours each; later ones are 100, 101, …. */
    static void add(DSLContext ctx, String... codes) {
        long id = 0;
        for (String code : codes) {
            id++;
            ctx.insertInto(MACHINE, MACHINE.ID, MACHINE.CODE, MACHINE.HOURS)
                    .values(id, code, 5)
                    .execute();
        }
        ctx.execute("alter sequence machine_id_seq restart with 100");
    }

    static Map<String, Integer> hours(DSLContext ctx) {
        return ctx.selectFrom(MACHINE).fetchMap(MACHINE.CODE, MACHINE.HOURS);
    }

    static Map<Long, String> names(DSLContext ctx) {
        return ctx.selectFrom(MACHINE).fetchMap(MACHINE.ID, MACHINE.NAME);
    }
}
