import io.bulkdsl.BulkSync;
import io.bulkdsl.testdb.public_.tables.records.OfferRecord;

class NewScopeStep {
    Object sync = new BulkSync.ScopeStep<OfferRecord, String>(null); // error: not.def.public.cant.access
}
