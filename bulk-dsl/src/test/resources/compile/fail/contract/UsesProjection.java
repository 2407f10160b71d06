import static io.bulkdsl.testdb.public_.Tables.*;

class UsesProjection {
    Object projection = io.bulkdsl.Projection.of(BOOK.ID); // error: not.def.public.cant.access
}
