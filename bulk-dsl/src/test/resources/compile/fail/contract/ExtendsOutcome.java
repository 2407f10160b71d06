import io.bulkdsl.Outcome;
import io.bulkdsl.testdb.public_.tables.records.TagRecord;

class ExtendsOutcome {
    abstract class Mine extends Outcome<String, TagRecord> {} // error: cant.inherit.from.final, cant.apply.symbol
}
