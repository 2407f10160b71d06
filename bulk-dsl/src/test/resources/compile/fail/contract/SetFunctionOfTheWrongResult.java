import io.bulkdsl.contract.SetFunction;
import org.jooq.Field;

class SetFunctionOfTheWrongResult {
    abstract class Mine implements SetFunction<String, Integer> {
        public Field<Integer> apply(Field<String> current, Field<Integer> incoming) { // error: override.incompatible.ret
            return incoming;
        }
    }
}
