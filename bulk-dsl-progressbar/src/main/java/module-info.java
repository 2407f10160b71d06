/** Shows how far bulk statements in batches are. */
module io.bulkdsl.progressbar {
    requires transitive io.bulkdsl;
    requires static org.jspecify;
    requires me.tongfei.progressbar;

    exports io.bulkdsl.progressbar;
}
