/** Type-safe bulk statements for jOOQ and PostgreSQL. */
@SuppressWarnings("requires-automatic") // the driver has no module descriptor, but a stable name
module io.bulkdsl {
    requires transitive org.jooq;
    requires static org.jspecify;
    requires static org.postgresql.jdbc;

    exports io.bulkdsl;
    exports io.bulkdsl.contract;
}
