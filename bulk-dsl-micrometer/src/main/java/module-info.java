/** Bulk calls as Micrometer observations. */
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"}) // Micrometer's modules have names alone
module io.bulkdsl.micrometer {
    requires transitive io.bulkdsl;
    requires transitive micrometer.observation;
    requires transitive micrometer.commons;
    requires static transitive micrometer.core;
    requires static org.jspecify;

    exports io.bulkdsl.micrometer;
}
