import io.bulkdsl.FromOrDefaultStep;

class ExtendsFromOrDefaultStep {
    abstract class Mine<N> extends FromOrDefaultStep<String, String, N> {} // error: cant.inherit.from.final, cant.apply.symbol
}
