module com.example.shop {
    requires io.bulkdsl; // and with it org.jooq
    requires io.bulkdsl.progressbar;
    requires org.postgresql.jdbc; // the driver must be a module too, else rows can't be copied

    exports com.example.shop.db.tables.records to
            org.jooq; // makes records

    opens db.migration; // is read by Flyway
}
