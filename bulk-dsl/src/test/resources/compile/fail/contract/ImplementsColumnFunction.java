import io.bulkdsl.contract.ColumnFunction;

class ImplementsColumnFunction {
    class Mine implements ColumnFunction {} // error: cant.inherit.from.sealed
}
