// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static io.bulkdsl.BulkDSL.bulkInsert;
import static io.bulkdsl.Members.JOIN;
import static io.bulkdsl.Members.PEOPLE;
import static io.bulkdsl.testdb.appschema.Tables.TESTMODEL;
import static io.bulkdsl.testdb.public_.Tables.BOOK;
import static io.bulkdsl.testdb.public_.Tables.MEMBER;
import static io.bulkdsl.testdb.public_.Tables.TM;
import static io.bulkdsl.testdb.public_.Tables.UU;
import static io.bulkdsl.testkit.SqlAssertions.assertThatSql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.name;

import io.bulkdsl.Members.Person;
import io.bulkdsl.contract.BulkException;
import io.bulkdsl.testkit.PostgresTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.Identity;
import org.jooq.Record;
import org.jooq.Schema;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.UniqueKey;
import org.jooq.conf.MappedSchema;
import org.jooq.conf.RenderMapping;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jooq.impl.Internal;
import org.jooq.impl.SQLDataType;
import org.jooq.impl.TableImpl;
import org.junit.jupiter.api.Test;

/** Keys that the database generates get back to the element they belong to. */
@PostgresTest(migrations = "classpath:db/migration")
class BulkInsertGeneratedKeysTest {

    private final ExecutedSql executed = new ExecutedSql();

    @Test
    @NotVia(because = "looks at the SQL with VALUES")
    void tiesRowsToElementsByAKeyThatIsKnownBefore(DSLContext ctx) {
        var outcomes = JOIN.rows(PEOPLE).returning(MEMBER.ID, MEMBER.SHOUT).fetchOutcomes(executed.of(ctx));
        assertThat(OutcomeText.of(outcomes)).containsExactly("1 INSERTED [1, EMMA]", "2 INSERTED [2, DUNE]");
        assertThat(OutcomeText.of(outcomes.totals())).isEqualTo("inserted=2");
        assertThatSql(executed.only()).rendersSql("""
                        with "incoming" as (
                          select "incoming"."row_number", "incoming"."name", "incoming"."points",
                            nextval((select coalesce(pg_get_serial_sequence('"public"."member"', 'id'),
                              '"bulk-dsl: no sequence belongs to the column"')::regclass)) as "target_1"
                          from (values (?, ?, ?), (?, ?, ?)) as "incoming" ("row_number", "name", "points")),
                        "inserted" as (
                          insert into "public"."member" ("id", "name", "points") overriding system value
                          select "incoming"."target_1", "incoming"."name", "incoming"."points" from "incoming"
                          returning "public"."member"."id" as "target_1",
                            "public"."member"."id" as "c1", "public"."member"."shout" as "c2")
                        select
                          coalesce(
                            "incoming"."row_number",
                            cast(concat('bulk-dsl: a trigger changed the key of a new row', "inserted"."target_1") as int)),
                          'INSERTED', "inserted"."c1", "inserted"."c2"
                        from "inserted" left outer join "incoming" on "inserted"."target_1" = "incoming"."target_1"
                        """).withBinds(1, "Emma", 3, 2, "Dune", null);
    }

    @Test
    void generatedKeysGoToTheirElements(DSLContext ctx) {
        List<String> names = names(200);
        // spotless:off
        var always = bulkInsert(MEMBER, String.class)
                .set(MEMBER.NAME).from(name -> name);
        var byDefault = bulkInsert(BOOK, String.class)
                .set(BOOK.ISBN).from(name -> name);
        var serial = bulkInsert(TM, String.class)
                .set(TM.NAME).from(name -> name);
        var uuid = bulkInsert(UU, String.class)
                .set(UU.KEY_FIELD).from(names::indexOf)
                .set(UU.CHAR_FIELD).from(name -> name);
        // spotless:on
        belong(ctx, MEMBER, MEMBER.ID, MEMBER.NAME, always.rows(names));
        belong(ctx, BOOK, BOOK.ID, BOOK.ISBN, byDefault.rows(names));
        belong(ctx, TM, TM.ID, TM.NAME, serial.rows(names));
        belong(ctx, UU, UU.ID, UU.CHAR_FIELD, uuid.rows(names));
    }

    @Test
    void tablesUnderOtherNames(DSLContext ctx) {
        var elsewhere = bulkInsert(TESTMODEL, String.class).set(TESTMODEL.NAME).from(name -> name);
        belong(ctx, TESTMODEL, TESTMODEL.ID, TESTMODEL.NAME, elsewhere.rows("a", "b"));
        var alias = MEMBER.as("m");
        var aliased = bulkInsert(alias, String.class).set(alias.NAME).from(name -> name);
        assertThat(OutcomeText.of(
                        aliased.rows("a", "b").returning(alias.ID, alias.SHOUT).fetchOutcomes(ctx)))
                .containsExactly("1 INSERTED [1, A]", "2 INSERTED [2, B]");
        ctx.execute(
                "create schema mapped create table member (id bigint generated always as identity primary key, name text)");
        DSLContext mapping = ctx.configuration()
                .derive(new Settings()
                        .withRenderMapping(new RenderMapping()
                                .withSchemata(
                                        new MappedSchema().withInput("public").withOutput("mapped"))))
                .dsl();
        var mapped = bulkInsert(MEMBER, String.class).set(MEMBER.NAME).from(name -> name);
        assertThat(OutcomeText.of(
                        mapped.rows("x").returning(MEMBER.ID, MEMBER.NAME).fetchOutcomes(mapping)))
                .as("from the sequence of that table")
                .containsExactly("1 INSERTED [1, x]");
    }

    private static <R extends Record, T> void belong(
            DSLContext ctx,
            Table<R> table,
            TableField<R, T> id,
            TableField<R, String> content,
            BulkStatement<String> statement) {
        List<T> ids = new ArrayList<>();
        for (var row : statement.returning(id, content).fetchRows(ctx)) {
            ids.add(row.record().value1());
            assertThat(row.record().value2()).isEqualTo(row.element());
            assertThat(ctx.fetchValue(content, id.eq(row.record().value1()))).isEqualTo(row.element());
        }
        assertThat(ids).doesNotHaveDuplicates().hasSize(ctx.fetchCount(table));
    }

    @Test
    void compositeKeyOfWhichAPartIsGenerated(DSLContext ctx) {
        Line line = new Line();
        ctx.execute(
                "create table line (cart integer, position integer generated always as identity, text text, primary key (cart, position))");
        // spotless:off
        var lines = bulkInsert(line, Person.class)
                .set(line.cart).from(Person::points)
                .set(line.text).from(Person::name);
        // spotless:on
        var rows = List.of(new Person("a", 1), new Person("b", 2), new Person("c", 1));
        assertThat(OutcomeText.of(lines.rows(rows)
                        .returning(line.cart, line.position, line.text)
                        .fetchOutcomes(ctx)))
                .containsExactly("1 INSERTED [1, 1, a]", "2 INSERTED [2, 2, b]", "3 INSERTED [1, 3, c]");
    }

    /** A table that the generator doesn't know. */
    @SuppressWarnings("serial") // never serialized
    private static final class Line extends TableImpl<Record> {

        final TableField<Record, Integer> cart = createField(name("cart"), SQLDataType.INTEGER.notNull(), this);
        final TableField<Record, Integer> position =
                createField(name("position"), SQLDataType.INTEGER.notNull().identity(true), this);
        final TableField<Record, String> text = createField(name("text"), SQLDataType.CLOB, this);

        Line() {
            super(name("line"));
        }

        @Override
        public Schema getSchema() {
            return DSL.schema(name("public"));
        }

        @Override
        public Identity<Record, ?> getIdentity() {
            return Internal.createIdentity(this, position);
        }

        @Override
        public UniqueKey<Record> getPrimaryKey() {
            return Internal.createUniqueKey(this, name("line_pkey"), new TableField[] {cart, position}, true);
        }
    }

    @Test
    void aSequenceThatIsNotTheColumnsOwn(DSLContext ctx) {
        ctx.execute("create sequence shared");
        ctx.execute("create table thing (id bigint primary key default nextval('shared'), label text)");
        var thing = new KeyedTable<>("thing", "id", SQLDataType.BIGINT.notNull().identity(true), "label");
        var insert = bulkInsert(thing, String.class).set(thing.text).from(text -> text);
        for (Callable<?> call : List.<Callable<?>>of(
                () -> insert.rows("a", "b").fetchOutcomes(ctx),
                () -> insert.rows("a", "b").returning(thing.key).fetchRows(ctx))) {
            assertThatThrownBy(call::call)
                    .isInstanceOf(BulkException.class)
                    .hasMessageEndingWith(
                            "the primary key's column has no sequence of its own, so which input row a new row belongs to can't be told; alter sequence … owned by the column, set the column, or use execute() or returning(…).fetch");
        }
        assertThat(insert.rows("a", "b").execute(ctx)).isEqualTo(2);
        assertThat(insert.rows("c").returning(thing.key).fetch(ctx)).hasSize(1);
        ctx.execute("alter sequence shared owned by thing.id");
        assertThat(OutcomeText.of(
                        insert.rows("d").returning(thing.key, thing.text).fetchOutcomes(ctx)))
                .containsExactly("1 INSERTED [4, d]");
    }

    @Test
    void eightThreadsGetTheirOwnKeys(DSLContext ctx) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<List<String>>> calls = new ArrayList<>();
            for (int thread = 0; thread < 8; thread++) {
                int own = thread;
                calls.add(() -> {
                    List<String> wrong = new ArrayList<>();
                    for (int round = 0; round < 10; round++) {
                        List<Person> rows = new ArrayList<>();
                        for (int i = 0; i < 50; i++) {
                            rows.add(new Person(own + "-" + round + "-" + i, i));
                        }
                        Collections.shuffle(rows, new java.util.Random(own * 10L + round));
                        var told = JOIN.rows(rows).returning(MEMBER.ID).fetchOutcomes(ctx);
                        var byId = ctx.select(MEMBER.ID, MEMBER.NAME)
                                .from(MEMBER)
                                .where(MEMBER.NAME.startsWith(own + "-" + round + "-"))
                                .fetchMap(MEMBER.ID, MEMBER.NAME);
                        for (var outcome : told) {
                            if (!outcome.element()
                                    .name()
                                    .equals(byId.get(
                                            outcome.record().orElseThrow().value1()))) {
                                wrong.add(outcome.toString());
                            }
                        }
                    }
                    return wrong;
                });
            }
            for (Future<List<String>> wrong : threads.invokeAll(calls)) {
                assertThat(wrong.get()).isEmpty();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(ctx.fetchCount(MEMBER)).isEqualTo(8 * 10 * 50);
    }

    @Test
    void idsAreInInputOrder(DSLContext ctx) {
        List<String> names = names(500);
        bulkInsert(TM, String.class).set(TM.NAME).from(name -> name).rows(names).execute(ctx);
        assertThat(ctx.select(TM.NAME).from(TM).orderBy(TM.ID).fetch(TM.NAME)).isEqualTo(names);
        var told = bulkInsert(MEMBER, String.class)
                .set(MEMBER.NAME)
                .from(name -> name)
                .rows(names)
                .returning(MEMBER.ID)
                .fetchRows(ctx);
        assertThat(told.stream().map(row -> row.record().value1())).isSorted();
    }

    /** In no order that an index or a hash would make. */
    private static List<String> names(int n) {
        List<String> names =
                new ArrayList<>(IntStream.range(0, n).mapToObj(i -> "n" + i).toList());
        Collections.shuffle(names, new java.util.Random(7));
        return names;
    }
}
