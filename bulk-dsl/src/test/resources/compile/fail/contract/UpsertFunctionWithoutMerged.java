import io.bulkdsl.contract.UpsertFunction;
import org.jooq.DataType;
import org.jooq.Field;

class UpsertFunctionWithoutMerged {
    static class Mine implements UpsertFunction<String> { // error: does.not.override.abstract
        @Override
        public Field<String> apply(Field<String> current, Field<String> incoming) {
            return incoming;
        }

        @Override
        public Field<String> inserted(Field<String> incoming) {
            return incoming;
        }

        @Override
        public DataType<String> incomingType(DataType<String> column) {
            return column;
        }
    }
}
