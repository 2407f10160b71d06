import io.bulkdsl.BulkSync;
import io.bulkdsl.testdb.public_.tables.records.OfferRecord;

class ExtendsBulkSync {
    abstract class Mine extends BulkSync<OfferRecord, String> {} // error: cant.inherit.from.final, cant.apply.symbol
}
