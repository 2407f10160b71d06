import io.bulkdsl.contract.EqualityOperator;

class EqualityOperatorAsLambda {
    EqualityOperator<String> lower = (column, value) -> column.eq(value); // error: prob.found.req
}
