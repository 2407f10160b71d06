import io.bulkdsl.DefinitionStep;

class ExtendsDefinitionStep {
    abstract class Mine extends DefinitionStep<String> {} // error: cant.inherit.from.sealed
}
