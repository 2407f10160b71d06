import io.bulkdsl.contract.SetFunction;

class SetFunctionAsLambda {
    SetFunction<Integer, Integer> add = (current, incoming) -> current.plus(incoming); // error: prob.found.req
}
