import io.bulkdsl.Outcomes;
import io.bulkdsl.testdb.public_.tables.records.TagRecord;
import java.util.List;

class NewOutcomes {
    Object outcomes = new Outcomes<String, TagRecord>(List.of(), List.of(), null); // error: not.def.public.cant.access
}
