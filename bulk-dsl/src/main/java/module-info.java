/** Type-safe bulk statements for jOOQ and PostgreSQL. */
module io.bulkdsl {
    requires transitive org.jooq;
    requires static transitive org.jspecify;

    exports io.bulkdsl;
    exports io.bulkdsl.contract;
}
