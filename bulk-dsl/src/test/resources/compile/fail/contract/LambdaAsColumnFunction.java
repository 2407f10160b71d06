import io.bulkdsl.contract.ColumnFunction;

class LambdaAsColumnFunction {
    ColumnFunction mine = () -> {}; // error: prob.found.req
}
