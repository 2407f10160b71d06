// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** The server as it is, and as an older one. */
enum Server {
    ITSELF,
    OLDER;

    /** The first {@code server_version_num} that returns old values. */
    static final int RETURNS_OLD = 180000;

    DSLContext of(DataSource dataSource) {
        return this == OLDER
                ? OlderServer.of(dataSource)
                : SourceUnderTest.on(DSL.using(dataSource, SQLDialect.POSTGRES));
    }
}
