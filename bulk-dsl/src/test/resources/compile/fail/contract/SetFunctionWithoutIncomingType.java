import io.bulkdsl.contract.SetFunction;
import org.jooq.Field;

class SetFunctionWithoutIncomingType {
    class Mine implements SetFunction<String, String> { // error: does.not.override.abstract
        @Override
        public Field<String> apply(Field<String> current, Field<String> incoming) {
            return current;
        }
    }
}
