import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpsertOfRecords;
import io.bulkdsl.contract.Duplicates;
import io.bulkdsl.contract.UpsertFunction;
import io.bulkdsl.testdb.public_.tables.records.TagRecord;
import org.jooq.DataType;
import org.jooq.Field;

class UpsertFunctionOfOnesOwn {
    static final class FirstWins implements UpsertFunction<Integer> {
        @Override
        public Field<Integer> apply(Field<Integer> current, Field<Integer> incoming) {
            return current;
        }

        @Override
        public Field<Integer> inserted(Field<Integer> incoming) {
            return incoming;
        }

        @Override
        public Field<Integer> merged(Field<Integer> current, Field<Integer> excluded) {
            return current;
        }

        @Override
        public DataType<Integer> incomingType(DataType<Integer> column) {
            return column;
        }
    }

    static final BulkUpsertOfRecords<TagRecord> TAGS =
            bulkUpsert(TAG).keys(TAG.NAME).set(TAG.HITS, new FirstWins()).duplicates(Duplicates.LAST);
}
