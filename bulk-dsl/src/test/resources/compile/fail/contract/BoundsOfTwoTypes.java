import io.bulkdsl.contract.Bounds;

class BoundsOfTwoTypes {
    Bounds<Integer> bounds = Bounds.of(1, 2L); // error: prob.found.req
}
