import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.testdb.public_.tables.records.MemberRecord;
import java.util.List;

class GetOrCreateRecordsOfAnotherTable {
    Object tags(List<MemberRecord> members) {
        return getOrCreate(TAG).keys(TAG.NAME).rows(members); // error: cant.apply.symbols
    }
}
