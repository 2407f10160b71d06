import io.bulkdsl.contract.Status;

class UnknownStatus {
    boolean isSkipped(Status status) {
        return status == Status.SKIPPED; // error: cant.resolve.location
    }
}
