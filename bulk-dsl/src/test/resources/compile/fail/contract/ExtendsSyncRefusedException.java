import io.bulkdsl.contract.SyncRefusedException;

class ExtendsSyncRefusedException {
    static class Mine extends SyncRefusedException { // error: cant.inherit.from.final
        private static final long serialVersionUID = 1;

        Mine() {
            super("no", 1, 1);
        }
    }
}
