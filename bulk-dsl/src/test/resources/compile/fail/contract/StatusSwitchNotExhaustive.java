import io.bulkdsl.contract.Status;

class StatusSwitchNotExhaustive {
    String text(Status status) {
        return switch (status) { // error: not.exhaustive
            case INSERTED -> "new";
            case UPDATED, UNCHANGED -> "there";
            case DELETED -> "gone";
        };
    }
}
