import io.bulkdsl.Outcomes;
import io.bulkdsl.testdb.public_.tables.records.TagRecord;

class ExtendsOutcomes {
    abstract class Mine extends Outcomes<String, TagRecord> {} // error: cant.inherit.from.final, cant.apply.symbol
}
