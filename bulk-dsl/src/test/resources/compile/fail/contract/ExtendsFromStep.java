import io.bulkdsl.FromStep;

class ExtendsFromStep {
    class Mine<N> extends FromStep<String, String, N> {} // error: cant.inherit.from.sealed
}
