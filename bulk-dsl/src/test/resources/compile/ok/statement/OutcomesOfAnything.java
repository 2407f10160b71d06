import io.bulkdsl.BulkStatement;
import io.bulkdsl.Outcome;
import io.bulkdsl.Outcomes;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Table;

class OutcomesOfAnything {
    static int written(Outcomes<?, ?> outcomes) {
        int result = 0;
        for (Outcome<?, ?> outcome : outcomes) {
            result += outcome.status().isWritten() ? outcome.records().size() : 0;
        }
        return result;
    }

    static <E, X extends Record> List<X> old(BulkStatement<E> statement, Table<X> table, DSLContext ctx) {
        return statement.returning(table).fetchOutcomesWithOld(ctx).stream()
                .flatMap(outcome -> outcome.oldRecords().stream())
                .toList();
    }
}
