// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import io.bulkdsl.testkit.TestDatabase;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactoryOptions;
import java.util.List;
import org.jooq.Configuration;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** How the tests go by R2DBC, and what they find in the tables. */
final class R2dbc {

    static final List<Delivery> SOME =
            List.of(new Delivery("isbn-1", 10), new Delivery("new", 5), new Delivery("isbn-3", 3));

    static void fill(DSLContext ctx) {
        Books.shelve(ctx, 3);
        ctx.execute("insert into price (sku, amount) values ('isbn-1', 1), ('isbn-2', 2), ('isbn-3', 3)");
        ctx.execute("insert into document (id, title, version) values (1, 'title', 1), (2, 'title', 2)");
        ctx.execute("insert into hit values ('isbn-1', 'a', 1), ('isbn-1', 'b', 1)");
        ctx.execute("insert into member (name) values ('Emma')");
        ctx.execute("insert into tag values ('SQL', 7)");
    }

    static <Q extends Query> Q on(Configuration configuration, Q query) {
        query.attach(configuration);
        return query;
    }

    static DSLContext reactive(TestDatabase database) {
        ConnectionFactoryOptions options = ConnectionFactoryOptions.parse(
                        database.url().replaceFirst("^jdbc:", "r2dbc:"))
                .mutate()
                .option(ConnectionFactoryOptions.USER, database.user())
                .option(ConnectionFactoryOptions.PASSWORD, database.password())
                .build();
        return DSL.using(ConnectionFactories.get(options), SQLDialect.POSTGRES);
    }

    private R2dbc() {}
}
