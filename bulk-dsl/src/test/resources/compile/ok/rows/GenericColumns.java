import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;
import static org.jooq.impl.DSL.trueCondition;

import io.bulkdsl.BulkInsertOfRecords;
import io.bulkdsl.BulkSync;
import io.bulkdsl.BulkUpdateOfRecords;
import io.bulkdsl.GetOrCreate;
import io.bulkdsl.testdb.public_.Keys;
import java.util.List;
import java.util.function.Function;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.UniqueKey;

class GenericColumns {
    static <R extends Record, T> BulkInsertOfRecords<R> insert(
            Table<R> table, TableField<R, T> id, TableField<R, ?> name) {
        return bulkInsert(table).set(id, name).filledByDatabase(id, name);
    }

    static <R extends Record, T> BulkUpdateOfRecords<R> update(
            Table<R> table, TableField<R, T> id, TableField<R, ?> name) {
        return bulkUpdate(table).keys(id).set(name).onlyChanged(name, name);
    }

    static <R extends Record, T> BulkSync<R, R> sync(
            Table<R> table, UniqueKey<R> key, TableField<R, T> id, TableField<R, ?> name) {
        return bulkSync(bulkUpsert(table).keys(id).set(name).onConstraint(key)).scope(trueCondition()).deleteMissing();
    }

    static <R extends Record, E, T> GetOrCreate<R, E> find(
            Table<R> table, Class<E> element, TableField<R, T> key, Function<E, T> getter) {
        return getOrCreate(table, element).key(key).from(getter);
    }

    Object all = List.of(
            insert(BOOK, BOOK.ID, BOOK.TITLE),
            update(BOOK, BOOK.ID, BOOK.TITLE),
            sync(BOOK, Keys.BOOK_PKEY, BOOK.ID, BOOK.TITLE),
            find(TAG, String.class, TAG.NAME, name -> name));
}
