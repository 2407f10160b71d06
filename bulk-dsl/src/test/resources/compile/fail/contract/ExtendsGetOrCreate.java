import io.bulkdsl.GetOrCreate;
import io.bulkdsl.testdb.public_.tables.records.TagRecord;

class ExtendsGetOrCreate {
    abstract class Mine extends GetOrCreate<TagRecord, String> {} // error: cant.inherit.from.final, cant.apply.symbol
}
