// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.seed;

import static io.bulkdsl.BulkDSL.bulkUpdate;
import static io.bulkdsl.Functions.concat;
import static io.bulkdsl.Functions.incr;
import static io.bulkdsl.Operators.eq;
import static io.bulkdsl.Operators.in;
import static io.bulkdsl.seed.SeedRows.inIdOrder;
import static io.bulkdsl.testdb.public_.Tables.TM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.contract.InvalidRowException;
import io.bulkdsl.contract.KeyOperator;
import io.bulkdsl.contract.SetFunction;
import io.bulkdsl.testdb.public_.tables.records.TmRecord;
import io.bulkdsl.testkit.PostgresTest;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@PostgresTest(migrations = "classpath:db/migration")
@DisplayName("C.1 Input validation")
class SeedC1ValidationTest {

    record Named(Integer id, String name) {}

    record Renamed(String oldName, String newName) {}

    record Counted(String name, Integer count) {}

    private static final BulkUpdate<TmRecord, Named> SET_NAME =
            bulkUpdate(TM, Named.class).key(TM.ID).from(Named::id).set(TM.NAME).from(Named::name);

    @BeforeEach
    void nineRows(DSLContext ctx) {
        SeedRows.tm(ctx);
    }

    @Test
    @DisplayName("C.1 #7 a record without a value for its key is refused")
    void keyMissing(DSLContext ctx) {
        TmRecord record = new TmRecord();
        record.setName("test");

        assertThatExceptionOfType(InvalidRowException.class)
                .isThrownBy(() ->
                        bulkUpdate(TM).keys(TM.ID).set(TM.NAME).rows(record).execute(ctx))
                .withMessageContaining("row 1, column tm.id");
    }

    @Test
    @DisplayName("C.1 #10 two keys")
    void twoKeys(DSLContext ctx) {
        ctx.update(TM).set(TM.NAME, "abc").where(TM.ID.eq(1)).execute();

        int matched = bulkUpdate(TM)
                .keys(TM.ID, TM.NAME)
                .set(TM.INT_FIELD)
                .rows(record(1, "abc", 2))
                .execute(ctx);

        assertThat(matched).isEqualTo(1);
        assertThat(inIdOrder(ctx, TM.INT_FIELD)).containsExactly(2, 2, 3, 4, 5, 6, 7, 8, 9);
    }

    @Test
    @DisplayName("C.1 #11 a key as a value, and as the only one of a list of keys")
    void oneKeyTwoWays(DSLContext ctx) {
        assertThat(SET_NAME.rows(new Named(1, "abc")).execute(ctx)).isEqualTo(1);
        assertThat(bulkUpdate(TM)
                        .keys(TM.ID)
                        .set(TM.NAME)
                        .rows(record(1, "abc", null))
                        .execute(ctx))
                .isEqualTo(1);
        assertThat(inIdOrder(ctx, TM.NAME)).startsWith("abc", "test2");
    }

    @Test
    @DisplayName("C.1 #13 a key that is not the primary key")
    void keyIsName(DSLContext ctx) {
        int matched = bulkUpdate(TM, Counted.class)
                .key(TM.NAME)
                .from(Counted::name)
                .set(TM.INT_FIELD)
                .from(Counted::count)
                .rows(new Counted("test3", 2))
                .execute(ctx);

        assertThat(matched).isEqualTo(1);
        assertThat(inIdOrder(ctx, TM.INT_FIELD)).containsExactly(1, 2, 2, 4, 5, 6, 7, 8, 9);
    }

    @Test
    @DisplayName("C.1 #14 keys in every notation (differs: the key can't be left out)")
    void keyNotations(DSLContext ctx) {
        TmRecord row = record(1, "test1", 7);

        assertThat(Stream.of(
                                bulkUpdate(TM).keys(TM.ID).set(TM.INT_FIELD),
                                bulkUpdate(TM).key(TM.ID).set(TM.INT_FIELD),
                                bulkUpdate(TM).keys(TM.ID, TM.NAME).set(TM.INT_FIELD),
                                bulkUpdate(TM).key(TM.ID).key(TM.NAME).set(TM.INT_FIELD),
                                bulkUpdate(TM).keys(TM.NAME).set(TM.INT_FIELD),
                                bulkUpdate(TM).key(TM.NAME, eq()).set(TM.INT_FIELD))
                        .map(update -> update.rows(row).execute(ctx)))
                .containsExactly(1, 1, 1, 1, 1, 1);
    }

    @Test
    @DisplayName("C.1 #20 a set function made on the spot, and one instance used again")
    void functionInstances(DSLContext ctx) {
        SetFunction<String, String> shared = concat();
        TmRecord row = record(2, "test1", null);

        assertThat(bulkUpdate(TM).keys(TM.ID).set(TM.NAME, concat()).rows(row).execute(ctx))
                .isEqualTo(1);
        assertThat(bulkUpdate(TM).keys(TM.ID).set(TM.NAME, shared).rows(row).execute(ctx))
                .isEqualTo(1);
        assertThat(bulkUpdate(TM).keys(TM.ID).set(TM.NAME, shared).rows(row).execute(ctx))
                .isEqualTo(1);
        assertThat(inIdOrder(ctx, TM.NAME)).startsWith("test1", "test2test1test1test1", "test3");
    }

    @Test
    @DisplayName("C.1 #25 in on the id")
    void inOnId(DSLContext ctx) {
        int matched = bulkUpdate(TM, Named.class)
                .key(TM.ID, in())
                .from(row -> List.of(row.id()))
                .set(TM.NAME)
                .from(Named::name)
                .rows(new Named(1, "abc"))
                .execute(ctx);

        assertThat(matched).isEqualTo(1);
        assertThat(inIdOrder(ctx, TM.NAME)).startsWith("abc", "test2");
    }

    @Test
    @DisplayName("C.1 #26 in on a text key")
    void inOnName(DSLContext ctx) {
        int matched = bulkUpdate(TM, Renamed.class)
                .key(TM.NAME, in())
                .from(row -> List.of(row.oldName()))
                .set(TM.NAME)
                .from(Renamed::newName)
                .rows(new Renamed("test1", "abc"))
                .execute(ctx);

        assertThat(matched).isEqualTo(1);
        assertThat(inIdOrder(ctx, TM.NAME)).startsWith("abc", "test2");
    }

    @Test
    @DisplayName("C.1 #32 no rows are 0 rows (differs: a wrong definition is refused also without rows)")
    void emptyInputIsValidated(DSLContext ctx) {
        assertThat(SET_NAME.rows(List.of()).execute(ctx)).isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SET_NAME.set(TM.NAME).from(Named::name).rows(List.of()))
                .withMessageContaining("tm.name is set twice");
    }

    @Test
    @DisplayName("C.1 #34 null in place of rows is refused")
    void nullRows() {
        assertThatNullPointerException().isThrownBy(() -> SET_NAME.rows((List<Named>) null));
        assertThatNullPointerException().isThrownBy(() -> SET_NAME.rows((Stream<Named>) null));
    }

    @Test
    @DisplayName("C.1 #35 rows from a stream and from an iterator")
    void rowsReadOnce(DSLContext ctx) {
        List<Named> rows = List.of(new Named(1, "a"), new Named(2, "b"));

        assertThat(SET_NAME.rows(rows.stream()).execute(ctx)).isEqualTo(2);
        assertThat(SET_NAME.rows(rows.iterator()).execute(ctx)).isEqualTo(2);
        assertThat(inIdOrder(ctx, TM.NAME)).startsWith("a", "b", "test3");
    }

    @Test
    @DisplayName("C.1 #40 records that differ in what was set on them (differs: what wasn't set is null, and written)")
    void recordsWithDifferentColumns(DSLContext ctx) {
        TmRecord named = new TmRecord();
        named.setId(2);
        named.setName("x");
        TmRecord counted = new TmRecord();
        counted.setId(1);
        counted.setIntField(3);

        int matched = bulkUpdate(TM)
                .keys(TM.ID)
                .set(TM.NAME)
                .set(TM.INT_FIELD)
                .rows(named, counted)
                .execute(ctx);

        assertThat(matched).isEqualTo(2);
        assertThat(inIdOrder(ctx, TM.NAME)).startsWith(null, "x", "test3");
        assertThat(inIdOrder(ctx, TM.INT_FIELD)).startsWith(3, null, 3);
    }

    @Test
    @DisplayName("C.1 #41 a record on which only the key was set (differs: null is written)")
    void recordWithKeyOnly(DSLContext ctx) {
        TmRecord keyOnly = new TmRecord();
        keyOnly.setId(1);

        int matched = bulkUpdate(TM)
                .keys(TM.ID)
                .set(TM.NAME)
                .rows(record(2, "x", null), keyOnly)
                .execute(ctx);

        assertThat(matched).isEqualTo(2);
        assertThat(inIdOrder(ctx, TM.NAME)).startsWith(null, "x", "test3");
    }

    @Test
    @DisplayName("C.1 #46 no operator means =; null for an operator is refused")
    void operatorLeftOut(DSLContext ctx) {
        KeyOperator<Integer, Integer> none = null;

        assertThat(SET_NAME.rows(new Named(1, "abc")).execute(ctx)).isEqualTo(1);
        assertThatNullPointerException()
                .isThrownBy(() -> bulkUpdate(TM, Named.class).key(TM.ID, none).from(Named::id));
    }

    @Test
    @DisplayName("C.1 #47 a jsonb key (differs: any type with an = can be a key)")
    void jsonKey(DSLContext ctx) {
        ctx.update(TM)
                .set(TM.JSON_FIELD, JSONB.valueOf("{\"a\": 1, \"b\": 2}"))
                .where(TM.ID.eq(4))
                .execute();

        int matched = bulkUpdate(TM, JSONB.class)
                .key(TM.JSON_FIELD)
                .from(json -> json)
                .set(TM.NAME)
                .from(json -> "found")
                .rows(JSONB.valueOf("{\"b\": 2, \"a\": 1}"), JSONB.valueOf("{\"b\": 2}"))
                .execute(ctx);

        assertThat(matched).isEqualTo(1);
        assertThat(inIdOrder(ctx, TM.NAME)).startsWith("test1", "test2", "test3", "found", "test5");
    }

    @Test
    @DisplayName("C.1 #50 a function on a key of records is refused (differs: it was ignored)")
    void keySetInRecordForm() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bulkUpdate(TM).keys(TM.ID).set(TM.ID, incr()))
                .withMessageContaining("tm.id is a key");
    }

    @Test
    @DisplayName("C.1 #55 text with the character NUL is refused before any SQL")
    void nulCharacter(DSLContext ctx) {
        Map<Integer, String> names = Map.of(1, "fine", 2, "not\0fine");

        assertThatExceptionOfType(InvalidRowException.class)
                .isThrownBy(() -> bulkUpdate(TM, Integer.class)
                        .key(TM.ID)
                        .from(id -> id)
                        .set(TM.NAME)
                        .from(names::get)
                        .rows(1, 2)
                        .execute(ctx))
                .withMessageContaining("row 2, column tm.name")
                .withMessageContaining("NUL");
        assertThat(inIdOrder(ctx, TM.NAME)).startsWith("test1", "test2");
    }

    private static TmRecord record(Integer id, String name, Integer intField) {
        return new TmRecord(id, name, intField, null, null, null, null);
    }
}
