import io.bulkdsl.Totals;

class MutatesTotals {
    void forget(Totals totals) {
        totals.inserted = 0; // error: report.access
    }
}
