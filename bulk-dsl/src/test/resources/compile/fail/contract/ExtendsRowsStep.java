import io.bulkdsl.BulkStatement;
import io.bulkdsl.RowsStep;

class ExtendsRowsStep {
    abstract class Mine extends RowsStep<String, BulkStatement<String>> {} // error: cant.inherit.from.sealed
}
