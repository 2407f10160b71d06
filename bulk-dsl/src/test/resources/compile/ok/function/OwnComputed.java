import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.contract.Computed;
import io.bulkdsl.testdb.public_.tables.records.AuthorRecord;
import java.time.LocalDate;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.impl.DSL;

class OwnComputed {
    static final Computed<String> UNKNOWN = current -> DSL.coalesce(current, DSL.inline("unknown"));

    static final class NextYear implements Computed<LocalDate> {
        @Override
        public Field<LocalDate> apply(Field<LocalDate> current) {
            return DSL.localDateAdd(current, 365);
        }

        @Override
        public void check(DataType<LocalDate> column) {
            if (!column.nullable()) {
                throw new IllegalArgumentException("a column that may be null, please");
            }
        }
    }

    record Birth(int id) {}

    static final BulkUpdate<AuthorRecord, Birth> BIRTHS = bulkUpdate(AUTHOR, Birth.class)
            .key(AUTHOR.ID).from(Birth::id)
            .set(AUTHOR.NAME, UNKNOWN)
            .set(AUTHOR.BORN, new NextYear());
}
