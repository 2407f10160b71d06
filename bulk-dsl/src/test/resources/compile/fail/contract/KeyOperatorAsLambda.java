import io.bulkdsl.contract.KeyOperator;

class KeyOperatorAsLambda {
    KeyOperator<String, String> prefix = (column, incoming) -> column.startsWith(incoming); // error: prob.found.req
}
