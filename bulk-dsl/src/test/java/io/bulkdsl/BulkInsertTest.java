// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static io.bulkdsl.BulkDSL.bulkInsert;
import static io.bulkdsl.Functions.now;
import static io.bulkdsl.testdb.appschema.Tables.TESTMODEL;
import static io.bulkdsl.testdb.public_.Tables.BOOK;
import static io.bulkdsl.testdb.public_.Tables.CASELESS;
import static io.bulkdsl.testdb.public_.Tables.DECKEY;
import static io.bulkdsl.testdb.public_.Tables.DOCUMENT;
import static io.bulkdsl.testdb.public_.Tables.HIT;
import static io.bulkdsl.testdb.public_.Tables.KINDS;
import static io.bulkdsl.testdb.public_.Tables.MEMBER;
import static io.bulkdsl.testdb.public_.Tables.PRICE;
import static io.bulkdsl.testdb.public_.Tables.TAG;
import static io.bulkdsl.testdb.public_.Tables.TM;
import static io.bulkdsl.testdb.public_.Tables.UN;
import static io.bulkdsl.testdb.public_.Tables.UU;
import static io.bulkdsl.testdb.public_.Tables.WIDE;
import static io.bulkdsl.testkit.SqlAssertions.assertThatSql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.name;

import io.bulkdsl.contract.BulkException;
import io.bulkdsl.contract.InvalidRowException;
import io.bulkdsl.testdb.public_.enums.Mood;
import io.bulkdsl.testdb.public_.tables.records.BookRecord;
import io.bulkdsl.testdb.public_.tables.records.MemberRecord;
import io.bulkdsl.testdb.public_.tables.records.TmRecord;
import io.bulkdsl.testdb.public_.tables.records.WideRecord;
import io.bulkdsl.testkit.PostgresTest;
import java.math.BigDecimal;
import java.time.Year;
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
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jooq.impl.Internal;
import org.jooq.impl.SQLDataType;
import org.jooq.impl.TableImpl;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The insert: what it renders, and that what the database generates gets back to the element it belongs to. */
@PostgresTest(migrations = "classpath:db/migration")
class BulkInsertTest {

    record Person(String name, @Nullable Integer points) {}

    // spotless:off
    private static final BulkInsert<MemberRecord, Person> JOIN = bulkInsert(MEMBER, Person.class)
            .set(MEMBER.NAME).from(Person::name)
            .set(MEMBER.POINTS).from(Person::points);
    // spotless:on

    private static final List<Person> PEOPLE = List.of(new Person("Emma", 3), new Person("Dune", null));

    private final ExecutedSql executed = new ExecutedSql();

    @Test
    void createsRows(DSLContext ctx) {
        assertThatSql(JOIN.rows(PEOPLE)).rendersSql("""
                        insert into "public"."member" ("name", "points")
                        select "incoming"."name", "incoming"."points"
                        from (values (?, ?), (?, ?)) as "incoming" ("name", "points")
                        """).withBinds("Emma", 3, "Dune", null);
        assertThat(JOIN.rows(PEOPLE).execute(ctx)).isEqualTo(2);
        assertThat(members(ctx)).containsExactly("1 Emma EMMA 3", "2 Dune DUNE null");
        assertThat(JOIN.rows().execute(executed.of(ctx))).isZero();
        assertThat(executed.all()).isEmpty();
    }

    @Test
    void returnsWhatIsThere(DSLContext ctx) {
        var returning = JOIN.rows(PEOPLE).returning(MEMBER.NAME, MEMBER.SHOUT);
        assertThatSql(returning).rendersSql("""
                insert into "public"."member" ("name", "points")
                select "incoming"."name", "incoming"."points"
                from (values (?, ?), (?, ?)) as "incoming" ("name", "points")
                returning "public"."member"."name", "public"."member"."shout"
                """);
        assertThat(returning.fetch(ctx)).extracting(Object::toString).hasSize(2);
        assertThat(ctx.fetchValues(MEMBER.SHOUT)).containsExactlyInAnyOrder("EMMA", "DUNE");
    }

    @Test
    @NotVia(because = "looks at the SQL with VALUES")
    void tiesRowsToElementsByAKeyThatIsKnownBefore(DSLContext ctx) {
        var outcomes = JOIN.rows(PEOPLE).returning(MEMBER.ID, MEMBER.SHOUT).fetchOutcomes(executed.of(ctx));
        assertThat(OutcomeText.of(outcomes)).containsExactly("1 INSERTED [1, EMMA]", "2 INSERTED [2, DUNE]");
        assertThat(OutcomeText.of(outcomes.totals())).isEqualTo("inserted=2");
        assertThatSql(executed.only()).rendersSql("""
                        with "incoming" as (
                          select "incoming"."row_number", "incoming"."name", "incoming"."points",
                            nextval((select pg_get_serial_sequence('"public"."member"', 'id')::regclass)) as "target_1"
                          from (values (?, ?, ?), (?, ?, ?)) as "incoming" ("row_number", "name", "points")),
                        "inserted" as (
                          insert into "public"."member" ("id", "name", "points") overriding system value
                          select "incoming"."target_1", "incoming"."name", "incoming"."points" from "incoming"
                          returning "public"."member"."id" as "target_1",
                            "public"."member"."id" as "c1", "public"."member"."shout" as "c2")
                        select
                          coalesce(
                            "incoming"."row_number",
                            cast(('bulk-dsl: a trigger changed the key of a new row'
                              || cast("inserted"."target_1" as varchar)) as int)),
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

    @Test
    void keysThatElementsGive(DSLContext ctx) {
        // spotless:off
        var text = bulkInsert(PRICE, String.class)
                .set(PRICE.SKU).from(sku -> sku);
        var serial = bulkInsert(TM, Integer.class)
                .set(TM.ID).fromOrDefault(id -> id == 0 ? null : id)
                .set(TM.NAME).from(id -> "for " + id);
        var number = bulkInsert(DECKEY, BigDecimal.class)
                .set(DECKEY.K).from(k -> k);
        var caseless = bulkInsert(CASELESS, String.class)
                .set(CASELESS.NAME).from(name -> name);
        // spotless:on
        assertThat(OutcomeText.of(
                        text.rows("b", "a").returning(PRICE.SKU, PRICE.SOURCE).fetchOutcomes(ctx)))
                .containsExactly("1 INSERTED [b, feed]", "2 INSERTED [a, feed]");
        assertThat(OutcomeText.of(
                        serial.rows(70, 0, 50).returning(TM.ID, TM.NAME).fetchOutcomes(ctx)))
                .containsExactly("1 INSERTED [70, for 70]", "2 INSERTED [1, for 0]", "3 INSERTED [50, for 50]");
        assertThat(OutcomeText.of(
                        number.rows(new BigDecimal("1.239")).returning(DECKEY.K).fetchOutcomes(ctx)))
                .containsExactly("1 INSERTED [1.24]");
        assertThat(OutcomeText.of(
                        caseless.rows("Emma", "dune").returning(CASELESS.NAME).fetchOutcomes(ctx)))
                .containsExactly("1 INSERTED [Emma]", "2 INSERTED [dune]");
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
    void aTriggerMayChangeValues(DSLContext ctx) {
        trigger(ctx, "new.name := new.name || '!'; new.points := 0; return new;");
        assertThat(OutcomeText.of(JOIN.rows(PEOPLE)
                        .returning(MEMBER.ID, MEMBER.NAME, MEMBER.SHOUT, MEMBER.POINTS)
                        .fetchOutcomes(ctx)))
                .containsExactly("1 INSERTED [1, Emma!, EMMA!, 0]", "2 INSERTED [2, Dune!, DUNE!, 0]");
    }

    @Test
    void aTriggerMayKeepRowsOut(DSLContext ctx) {
        trigger(ctx, "if new.name = 'Emma' then return null; end if; return new;");
        var rows = List.of(new Person("a", 1), new Person("Emma", 2), new Person("b", 3));
        var outcomes = JOIN.rows(rows).returning(MEMBER.NAME).fetchOutcomes(ctx);
        assertThat(OutcomeText.of(outcomes)).containsExactly("1 INSERTED [a]", "2 CONFLICT", "3 INSERTED [b]");
        assertThat(OutcomeText.of(outcomes.totals())).isEqualTo("inserted=2, conflicts=1");
        ctx.deleteFrom(MEMBER).execute();
        assertThat(JOIN.rows(rows).execute(ctx)).isEqualTo(2);
        ctx.deleteFrom(MEMBER).execute();
        assertThat(JOIN.rows(rows).returning(MEMBER.NAME).fetchRows(ctx))
                .extracting(Returned::rowNumber)
                .containsExactly(1, 3);
    }

    @Test
    void aTriggerMayNotChangeTheKeyUnseen(DSLContext ctx) {
        trigger(ctx, "if new.name = 'Dune' then new.id := new.id + 1000; end if; return new;");
        var insert = JOIN.rows(PEOPLE);
        for (Callable<?> call : List.<Callable<?>>of(() -> insert.fetchOutcomes(ctx), () -> insert.returning(MEMBER.ID)
                .fetchRows(ctx))) {
            assertThatThrownBy(call::call)
                    .isInstanceOf(DataAccessException.class)
                    .hasMessage(
                            "bulkInsert into member: a trigger gave a new row another key than it was to have, so which input row it belongs to can't be told; use execute() or returning(…).fetch");
            assertThat(ctx.fetchCount(MEMBER)).isZero();
        }
        assertThat(insert.returning(MEMBER.ID).fetch(ctx)).hasSize(2);
        ctx.deleteFrom(MEMBER).execute();
        assertThat(insert.execute(ctx)).isEqualTo(2);
    }

    /** The trigger is of the kind that existed before identity columns: it draws the key itself. */
    @Test
    void aTriggerMayDrawTheKeyWhereThereIsNone(DSLContext ctx) {
        trigger(ctx, "if new.id is null then new.id := 7; end if; return new;");
        assertThat(OutcomeText.of(JOIN.rows(PEOPLE).returning(MEMBER.ID).fetchOutcomes(ctx)))
                .containsExactly("1 INSERTED [1]", "2 INSERTED [2]");
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
    void conflictsAreLeftOut(DSLContext ctx) {
        JOIN.rows(PEOPLE).execute(ctx);
        var lenient = JOIN.onConflictDoNothing();
        assertThat(lenient.rows(PEOPLE).getSQL()).endsWith("on conflict do nothing");
        var rows = List.of(new Person("a", 1), new Person("Emma", 2), new Person("a", 3), new Person("b", 4));
        var outcomes = lenient.rows(rows).returning(MEMBER.NAME, MEMBER.POINTS).fetchOutcomes(ctx);
        assertThat(OutcomeText.of(outcomes))
                .containsExactly("1 INSERTED [a, 1]", "2 CONFLICT", "3 CONFLICT", "4 INSERTED [b, 4]");
        assertThat(OutcomeText.of(outcomes.totals())).isEqualTo("inserted=2, conflicts=2");
        assertThat(lenient.rows(rows).execute(ctx)).isZero();
    }

    @Test
    void conflictsAmongGivenKeysAreLeftOut(DSLContext ctx) {
        // spotless:off
        var prices = bulkInsert(PRICE, Person.class)
                .set(PRICE.SKU).from(Person::name)
                .set(PRICE.SEEN).from(Person::points)
                .onConflictDoNothing();
        var tags = bulkInsert(TAG, Person.class)
                .set(TAG.NAME).from(Person::name)
                .set(TAG.HITS).from(Person::points)
                .onConflictDoNothing();
        var caseless = bulkInsert(CASELESS, Person.class)
                .set(CASELESS.NAME).from(Person::name)
                .set(CASELESS.HITS).from(Person::points)
                .onConflictDoNothing();
        // spotless:on
        var rows = List.of(new Person("b", 1), new Person("a", 2), new Person("b", 3));
        var outcomes = prices.rows(rows).returning(PRICE.SKU, PRICE.SEEN).fetchOutcomes(ctx);
        assertThat(OutcomeText.of(outcomes)).containsExactly("1 INSERTED [b, 1]", "2 INSERTED [a, 2]", "3 CONFLICT");
        assertThat(OutcomeText.of(outcomes.totals())).isEqualTo("inserted=2, conflicts=1");
        var names = List.of(new Person("Emma", 1), new Person("EMMA", 2));
        assertThat(OutcomeText.of(tags.rows(names).returning(TAG.HITS).fetchOutcomes(ctx)))
                .containsExactly("1 INSERTED [1]", "2 CONFLICT");
        assertThat(OutcomeText.of(caseless.rows(names).returning(CASELESS.HITS).fetchOutcomes(ctx)))
                .containsExactly("1 INSERTED [1]", "2 CONFLICT");
    }

    @Test
    void identitiesCanBeGiven(DSLContext ctx) {
        // spotless:off
        var numbered = bulkInsert(MEMBER, Person.class)
                .set(MEMBER.ID).from(person -> person.points().longValue())
                .set(MEMBER.NAME).from(Person::name);
        // spotless:on
        var rows = List.of(new Person("a", 500), new Person("b", 400));
        assertThatThrownBy(() -> numbered.rows(rows).execute(ctx)).hasMessageContaining("GENERATED ALWAYS");
        assertThatThrownBy(() -> numbered.rows(rows).fetchOutcomes(ctx)).hasMessageContaining("GENERATED ALWAYS");

        var system = numbered.overridingSystemValue();
        assertThatSql(system.rows(rows.get(0))).rendersSql("""
                insert into "public"."member" ("id", "name") overriding system value
                select "incoming"."id", "incoming"."name" from (values (?, ?)) as "incoming" ("id", "name")
                """);
        assertThat(OutcomeText.of(
                        system.rows(rows).returning(MEMBER.ID, MEMBER.NAME).fetchOutcomes(ctx)))
                .containsExactly("1 INSERTED [500, a]", "2 INSERTED [400, b]");
        ctx.deleteFrom(MEMBER).execute();
        assertThat(system.rows(rows).execute(ctx)).isEqualTo(2);
        assertThat(ctx.fetchValues(MEMBER.ID)).containsExactlyInAnyOrder(400L, 500L);
    }

    @Test
    void identitiesCanBeIgnored(DSLContext ctx) {
        // spotless:off
        var copied = bulkInsert(BOOK, Person.class)
                .set(BOOK.ID).from(person -> person.points().longValue())
                .set(BOOK.ISBN).from(Person::name)
                .overridingUserValue();
        // spotless:on
        var rows = List.of(new Person("a", 500), new Person("b", 400));
        assertThat(copied.rows(rows).getSQL()).contains(" overriding user value ");
        assertThat(OutcomeText.of(
                        copied.rows(rows).returning(BOOK.ID, BOOK.ISBN).fetchOutcomes(ctx)))
                .containsExactly("1 INSERTED [1, a]", "2 INSERTED [2, b]");
        ctx.deleteFrom(BOOK).execute();
        assertThat(copied.rows(rows).execute(ctx)).isEqualTo(2);
        assertThat(ctx.fetchValues(BOOK.ID)).containsExactlyInAnyOrder(3L, 4L);
    }

    @Test
    void nullsCanStandForDefaults(DSLContext ctx) {
        // spotless:off
        var join = bulkInsert(MEMBER, Person.class)
                .set(MEMBER.NAME).from(Person::name)
                .set(MEMBER.POINTS).fromOrDefault(Person::points);
        // spotless:on
        var rows = List.of(new Person("a", null), new Person("b", 2), new Person("c", null));
        var statement = join.rows(rows);
        assertThat(statement.queries()).hasSize(2);
        assertThatThrownBy(statement::query).isInstanceOf(IllegalStateException.class);
        assertThat(OutcomeText.of(
                        statement.returning(MEMBER.NAME, MEMBER.POINTS).fetchOutcomes(ctx)))
                .containsExactly("1 INSERTED [a, 10]", "2 INSERTED [b, 2]", "3 INSERTED [c, 10]");
        ctx.deleteFrom(MEMBER).execute();
        assertThat(statement.execute(ctx)).isEqualTo(3);
        ctx.deleteFrom(MEMBER).execute();
        assertThat(statement.returning(MEMBER.NAME).fetch(ctx).getValues(MEMBER.NAME))
                .containsExactlyInAnyOrder("a", "b", "c");
        assertThat(join.rows(new Person("d", null)).queries()).hasSize(1);
    }

    @Test
    void computedValuesAndVersions(DSLContext ctx) {
        // spotless:off
        var priced = bulkInsert(PRICE, String.class)
                .set(PRICE.SKU).from(sku -> sku)
                .set(PRICE.FIRST_SEEN, now());
        var documents = bulkInsert(DOCUMENT, Integer.class)
                .set(DOCUMENT.ID).from(id -> id)
                .set(DOCUMENT.TITLE).from(id -> "t" + id);
        // spotless:on
        assertThat(priced.rows("a", "b").execute(ctx)).isEqualTo(2);
        assertThat(ctx.fetchCount(PRICE, PRICE.FIRST_SEEN.isNotNull())).isEqualTo(2);
        assertThat(OutcomeText.of(documents
                        .rows(2, 1)
                        .returning(DOCUMENT.ID, DOCUMENT.VERSION)
                        .fetchOutcomes(ctx)))
                .containsExactly("1 INSERTED [2, 1]", "2 INSERTED [1, 1]");
    }

    @Test
    void valuesKeepTheirTypes(DSLContext ctx) {
        // spotless:off
        var kinds = bulkInsert(KINDS, Integer.class)
                .set(KINDS.ID).from(id -> id)
                .set(KINDS.A_YEAR).from(Year::of)
                .set(KINDS.A_MOOD).from(id -> Mood.ok)
                .set(KINDS.MOODS).from(id -> new Mood[] {Mood.sad, Mood.happy});
        // spotless:on
        var record = kinds.rows(1999)
                .returning(KINDS.A_YEAR, KINDS.A_MOOD, KINDS.MOODS)
                .fetchOutcomes(ctx)
                .rows()
                .get(0)
                .record()
                .orElseThrow();
        assertThat(record.value1()).isEqualTo(Year.of(1999));
        assertThat(record.value2()).isEqualTo(Mood.ok);
        assertThat(record.value3()).containsExactly(Mood.sad, Mood.happy);
        assertThat(kinds.rows(2000)
                        .returning(KINDS)
                        .fetchOutcomes(ctx)
                        .rows()
                        .get(0)
                        .record()
                        .orElseThrow()
                        .changed())
                .isFalse();
    }

    @Test
    void touchedColumnsOfEachRecord(DSLContext ctx) {
        List<TmRecord> records = List.of(
                new TmRecord(),
                new TmRecord().setName("a").setIntField(1),
                new TmRecord().setName("b"),
                new TmRecord().setIntField(null),
                new TmRecord(),
                new TmRecord().setName("c").setIntField(null));
        var insert = bulkInsert(TM).touched().rows(records);
        assertThat(insert.queries()).hasSize(4);
        assertThatSql(insert.queries().get(0)).rendersSql("""
                insert into "public"."tm"
                select from (values (?), (?)) as "incoming" ("row_number")
                """);
        var outcomes =
                insert.returning(TM.NAME, TM.INT_FIELD, TM.BIG_ARRAY_FIELD).fetchOutcomes(ctx);
        assertThat(OutcomeText.of(outcomes))
                .containsExactly(
                        "1 INSERTED [null, null, []]",
                        "2 INSERTED [a, 1, []]",
                        "3 INSERTED [b, null, []]",
                        "4 INSERTED [null, null, []]",
                        "5 INSERTED [null, null, []]",
                        "6 INSERTED [c, null, []]");
        assertThat(ctx.fetchCount(TM)).isEqualTo(6);
        assertThat(insert.execute(ctx)).isEqualTo(6);
        assertThat(insert.returning(TM.ID).fetchRows(ctx))
                .extracting(Returned::rowNumber)
                .containsExactly(1, 2, 3, 4, 5, 6);
        for (var row : insert.returning(TM).fetchRows(ctx)) {
            assertThat(row.element()).isSameAs(records.get(row.rowNumber() - 1));
            assertThat(row.record().changed()).isFalse();
            assertThat(row.record().getName()).isEqualTo(row.element().getName());
        }
    }

    @Test
    void touchedColumnsOfAllRecordsOrNone(DSLContext ctx) {
        var insert = bulkInsert(WIDE)
                .touched()
                .rows(
                        new WideRecord().setSi((short) 1),
                        new WideRecord().setCode("a"),
                        new WideRecord().setTx("x"),
                        new WideRecord().setCode("a"));
        for (Callable<?> call : List.<Callable<?>>of(
                () -> insert.execute(ctx),
                () -> insert.fetchOutcomes(ctx),
                () -> insert.returning(WIDE.ID).fetch(ctx),
                () -> insert.returning(WIDE.ID).fetchRows(ctx),
                () -> ctx.transactionResult(own -> insert.execute(own.dsl())))) {
            assertThatThrownBy(call::call)
                    .isInstanceOf(BulkException.class)
                    .hasMessage(
                            "bulkInsert into wide: unique constraint wide_code_key on (code) is violated by row 2 and row 4; leave such rows out, or use onConflictDoNothing()");
            assertThat(ctx.fetchCount(WIDE)).isZero();
        }
        // the caller's transaction goes on
        ctx.transaction(own -> {
            own.dsl().insertInto(WIDE).set(WIDE.CODE, "mine").execute();
            assertThatThrownBy(() -> insert.execute(own.dsl())).isInstanceOf(DataAccessException.class);
            assertThat(own.dsl().fetchCount(WIDE)).isEqualTo(1);
        });
        assertThat(ctx.fetchValues(WIDE.CODE)).containsExactly("mine");
    }

    @Test
    void missingColumnsAreRefusedBeforeTheServerIsAsked(DSLContext ctx) {
        var untitled = bulkInsert(BOOK, String.class).set(BOOK.TITLE).from(title -> title);
        assertThatThrownBy(() -> untitled.rows("a"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "bulkInsert into book: book.isbn is NOT NULL without a default, and not set; set it, or say filledByDatabase(…) if a trigger does");
        assertThatThrownBy(() -> bulkInsert(BOOK)
                        .touched()
                        .rows(new BookRecord().setIsbn("a"), new BookRecord().setTitle("b"))
                        .execute(executed.of(ctx)))
                .isInstanceOf(InvalidRowException.class)
                .hasMessageStartingWith("row 2: bulkInsert into book: book.isbn is NOT NULL without a default");
        assertThat(executed.all()).isEmpty();

        ctx.execute(
                "create function fill() returns trigger language plpgsql as $$ begin new.isbn := 'filled'; return new; end $$");
        ctx.execute("create trigger fill before insert on book for each row execute function fill()");
        assertThat(untitled.filledByDatabase(BOOK.ISBN).rows("a").execute(ctx)).isEqualTo(1);
        assertThat(ctx.fetchValues(BOOK.ISBN)).containsExactly("filled");
    }

    @Test
    void violationsNameRowsAndConstraint(DSLContext ctx) {
        JOIN.rows(PEOPLE).execute(ctx);
        violates(
                () -> JOIN.rows(new Person("secret", 1), new Person("b", 2), new Person("secret", 3))
                        .execute(ctx),
                "bulkInsert into member: unique constraint member_name_key on (name) is violated by row 1 and row 3; leave such rows out, or use onConflictDoNothing()");
        violates(
                () -> JOIN.rows(new Person("b", 2), new Person("Emma", 1)).fetchOutcomes(ctx),
                "bulkInsert into member: unique constraint member_name_key on (name) is violated by row 2; leave such rows out, or use onConflictDoNothing()");
        violates(
                () -> bulkInsert(UN, Integer.class)
                        .set(UN.INT_FIELD)
                        .from(i -> i)
                        .rows(5, 6, 5)
                        .returning(UN.ID)
                        .fetch(ctx),
                "bulkInsert into un: unique constraint un_int_field_key on (int_field) is violated by row 1 and row 3; leave such rows out, or use onConflictDoNothing()");
        violates(
                () -> bulkInsert(DECKEY, BigDecimal.class)
                        .set(DECKEY.K)
                        .from(k -> k)
                        .rows(new BigDecimal("1.5"), new BigDecimal("1.50"))
                        .execute(ctx),
                "bulkInsert into deckey: unique constraint deckey_k_key on (k) is violated by row 1 and row 2; leave such rows out, or use onConflictDoNothing()");
        assertThat(ctx.fetchCount(MEMBER)).isEqualTo(2);
        assertThat(ctx.fetchCount(UN)).isZero();
    }

    private static void violates(Callable<?> call, String message) {
        assertThatThrownBy(call::call)
                .isInstanceOf(BulkException.class)
                .hasMessage(message)
                .matches(e -> ((DataAccessException) e).sqlState().equals("23505"));
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

    @Test
    void withoutPrimaryKey(DSLContext ctx) {
        var hits = bulkInsert(HIT, String.class).set(HIT.VISITOR).from(visitor -> visitor);
        assertThat(hits.rows("a", "a").execute(ctx)).isEqualTo(2);
        assertThat(hits.rows("b").returning(HIT.VISITOR).fetch(ctx)).hasSize(1);
        assertThatThrownBy(() -> hits.rows("c").fetchOutcomes(ctx))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("hit has none: declare one");
    }

    private static void trigger(DSLContext ctx, String body) {
        ctx.execute("create function meddle() returns trigger language plpgsql as $$ begin " + body + " end $$");
        ctx.execute("create trigger meddle before insert on member for each row execute function meddle()");
    }

    private static List<String> members(DSLContext ctx) {
        return ctx.selectFrom(MEMBER)
                .orderBy(MEMBER.ID)
                .fetch(member ->
                        member.getId() + " " + member.getName() + " " + member.getShout() + " " + member.getPoints());
    }

    /** In no order that an index or a hash would make. */
    private static List<String> names(int n) {
        List<String> names =
                new ArrayList<>(IntStream.range(0, n).mapToObj(i -> "n" + i).toList());
        Collections.shuffle(names, new java.util.Random(7));
        return names;
    }
}
