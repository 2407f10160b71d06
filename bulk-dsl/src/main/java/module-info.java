/**
 * Type-safe bulk statements for jOOQ and PostgreSQL; the tour is in {@link io.bulkdsl}. It needs jOOQ, and uses the
 * PostgreSQL JDBC driver if it is there.
 */
@SuppressWarnings("requires-automatic") // the driver has no module descriptor, but a stable name
module io.bulkdsl {
    requires transitive org.jooq;
    requires static org.jspecify;
    requires static org.postgresql.jdbc;

    exports io.bulkdsl;
    exports io.bulkdsl.contract;
}
