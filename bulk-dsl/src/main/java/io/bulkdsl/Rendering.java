package io.bulkdsl;

import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.SQLDialect;
import org.jooq.conf.ParamType;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** SQL for PostgreSQL without a connection. */
final class Rendering {

    private static final DSLContext POSTGRES = DSL.using(SQLDialect.POSTGRES);

    static String sql(Query query) {
        return POSTGRES.render(query);
    }

    static String sql(Query query, ParamType params) {
        return attached(query).getSQL(params);
    }

    static List<@Nullable Object> binds(Query query) {
        return POSTGRES.extractBindValues(query);
    }

    /** An unattached jOOQ query renders for no dialect in particular; this one is for PostgreSQL from the start. */
    static <Q extends Query> Q attached(Q query) {
        query.attach(POSTGRES.configuration());
        return query;
    }

    private Rendering() {}
}
