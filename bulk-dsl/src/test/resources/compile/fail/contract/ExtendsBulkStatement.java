import io.bulkdsl.BulkStatement;

class ExtendsBulkStatement {
    abstract class Mine extends BulkStatement<String> {} // error: cant.inherit.from.sealed
}
