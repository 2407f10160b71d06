import io.bulkdsl.SyncStatement;

class ExtendsSyncStatement {
    abstract class Mine extends SyncStatement<String> {} // error: cant.inherit.from.final, cant.apply.symbol
}
