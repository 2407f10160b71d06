import io.bulkdsl.Outcome;
import io.bulkdsl.contract.Status;

class StatusSwitch {
    String text(Status status) {
        return switch (status) {
            case INSERTED -> "new";
            case UPDATED -> "changed";
            case UNCHANGED -> "the same";
            case DELETED -> "gone";
            case NOT_FOUND -> "unknown";
            case STALE -> "changed by another";
            case CONFLICT -> "kept out";
            case OUT_OF_SCOPE -> "not ours";
            case DUPLICATE -> "twice";
        };
    }

    boolean isDone(Outcome<?, ?> outcome) {
        switch (outcome.status()) {
            case STALE, CONFLICT:
                return false;
            default:
                return outcome.status().isWritten();
        }
    }
}
