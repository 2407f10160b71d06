import io.bulkdsl.ColumnOrFunctionDoesNotFit;

class NewDoesNotFit {
    Object trap = new ColumnOrFunctionDoesNotFit(); // error: report.access
}
