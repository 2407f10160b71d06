// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.proofs;

import static io.bulkdsl.BulkDSL.bulkDelete;
import static io.bulkdsl.BulkDSL.bulkInsert;
import static io.bulkdsl.BulkDSL.bulkSync;
import static io.bulkdsl.BulkDSL.bulkUpdate;
import static io.bulkdsl.BulkDSL.bulkUpsert;
import static io.bulkdsl.BulkDSL.getOrCreate;
import static io.bulkdsl.BulkDSL.pdnf;
import static io.bulkdsl.Functions.concat;
import static io.bulkdsl.Operators.in;
import static io.bulkdsl.contract.RowSource.COPY;
import static io.bulkdsl.contract.RowSource.UNNEST;
import static io.bulkdsl.contract.RowSource.VALUES;
import static io.bulkdsl.proofs.db.Tables.COUNTER;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.trueCondition;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.SQLDataType.CLOB;
import static org.jooq.impl.SQLDataType.INTEGER;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.bulkdsl.BulkStatement;
import io.bulkdsl.JobTable;
import io.bulkdsl.RowsStep;
import io.bulkdsl.contract.CancelledException;
import io.bulkdsl.contract.InvalidRowException;
import io.bulkdsl.contract.RowSource;
import io.bulkdsl.proofs.AnyTable.AnyRecord;
import io.bulkdsl.testkit.PostgresTest;
import io.bulkdsl.testkit.TestDatabase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Name;
import org.jooq.TableField;
import org.jooq.conf.ParamType;
import org.jooq.conf.Settings;
import org.jooq.conf.StatementType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Texts that mean to be SQL are data where they are values, and names where they are names, by every statement and source. */
@PostgresTest(migrations = "classpath:db/migration")
class InjectionTest {

    /** Of at most 63 bytes, so that they can be names as well. */
    static final List<String> ATTACKS = List.of(
            "'); drop table counter; --",
            "'; drop table counter; select '",
            "x\"; drop table counter; --",
            "\"; delete from counter; --",
            "\\'; drop table counter; --",
            "\\\\'); drop table counter; --",
            "\\\"); drop table counter; --",
            "' or '1'='1",
            "1; truncate counter",
            "*/ ; drop table counter; /*",
            "-- ",
            "/*",
            "$$; drop table counter; $$",
            "$1",
            "?",
            "??",
            "? ::text ?| ?&",
            "{0}",
            "{1} {d '2020-01-01'} {fn now()}",
            ":name",
            "%s%n%1$s",
            "E'\\'' || pg_sleep(9)",
            "U&'\\0027'",
            "\",\"}'::text[]); drop table counter; --",
            "{\"a\",NULL}",
            "NULL",
            "\\N",
            "\\.\n\\.\ndrop table counter;\n",
            "\\.",
            "a\tb\nc\rd\\te",
            "copy counter from program 'false'",
            "\u0001\u007f\u2028\ufeff",
            "ʼ＇; drop table counter; --",
            "😀'; drop table counter; --");

    /** Each in a place of its own, and none an attack. */
    private static final List<String> HARMLESS =
            IntStream.range(0, ATTACKS.size()).mapToObj(i -> "harmless " + i).toList();

    private static final List<RowSource> SOURCES = List.of(VALUES, UNNEST, COPY);

    private static final AnyTable NOTE = new AnyTable("note");
    private static final TableField<AnyRecord, String> SUBJECT = NOTE.primaryKey("subject", CLOB);
    private static final TableField<AnyRecord, String> BODY = NOTE.column("body", CLOB);
    private static final TableField<AnyRecord, String[]> LABELS = NOTE.column("labels", CLOB.array());

    record Note(String text) {

        String[] labels() {
            return new String[] {text, null, text};
        }
    }

    private static List<Note> notes(List<String> texts) {
        return texts.stream().map(Note::new).toList();
    }

    // spotless:off
    private static final Map<String, RowsStep<Note, ? extends BulkStatement<Note>>> STATEMENTS = new TreeMap<>(Map.ofEntries(
            entry("insert", bulkInsert(NOTE, Note.class)
                    .set(SUBJECT).from(Note::text)
                    .set(BODY).from(Note::text)
                    .set(LABELS).from(Note::labels)),
            entry("insert, unless in conflict", bulkInsert(NOTE, Note.class)
                    .set(SUBJECT).from(Note::text)
                    .set(BODY).from(Note::text)
                    .set(LABELS).from(Note::labels)
                    .onConflictDoNothing()),
            entry("update", bulkUpdate(NOTE, Note.class)
                    .key(SUBJECT).from(Note::text)
                    .set(BODY).from(Note::text)
                    .set(LABELS).from(Note::labels)),
            entry("update with concat and in", bulkUpdate(NOTE, Note.class)
                    .key(SUBJECT, in()).from(note -> List.of(note.text(), note.text()))
                    .set(BODY, concat()).from(Note::text)),
            entry("upsert", bulkUpsert(NOTE, Note.class)
                    .key(SUBJECT).from(Note::text)
                    .set(BODY).from(Note::text)
                    .set(LABELS).from(Note::labels)),
            entry("upsert of what changes", bulkUpsert(NOTE, Note.class)
                    .key(SUBJECT).from(Note::text)
                    .set(BODY).from(Note::text)
                    .set(LABELS).from(Note::labels)
                    .onlyChanged()),
            entry("get or create", getOrCreate(NOTE, Note.class)
                    .key(SUBJECT).from(Note::text)
                    .set(BODY).from(Note::text)
                    .set(LABELS).from(Note::labels)),
            entry("sync", bulkSync(bulkUpsert(NOTE, Note.class)
                            .key(SUBJECT).from(Note::text)
                            .set(BODY).from(Note::text)
                            .set(LABELS).from(Note::labels))
                    .scope(trueCondition())
                    .deleteMissing()
                    .refuseToRemoveMoreThan(1_000)),
            entry("delete", bulkDelete(NOTE, Note.class)
                    .key(SUBJECT).from(Note::text))));
    // spotless:on

    @BeforeEach
    void tables(DSLContext ctx) {
        ctx.execute("create table {0} (subject text primary key, body text, labels text[])", NOTE);
        ctx.execute("insert into counter select id, id from generate_series(1, 3) id");
        ctx.createSchema(name(HostileEnum.SCHEMA)).execute();
        ctx.createType(name(HostileEnum.SCHEMA, HostileEnum.NAME))
                .asEnum(Arrays.stream(HostileEnum.values())
                        .map(HostileEnum::getLiteral)
                        .toArray(String[]::new))
                .execute();
    }

    @TestFactory
    Stream<DynamicTest> valuesChangeNoStatement(TestDatabase database) {
        SentSql sent = new SentSql();
        DSLContext ctx = sent.on(database.dataSource());
        return STATEMENTS.entrySet().stream().flatMap(statement -> SOURCES.stream()
                .map(source -> dynamicTest(statement.getKey() + " via " + source, () -> {
                    askOnce(ctx, statement.getKey());
                    List<String> harmless = sqlOf(ctx, sent, statement.getKey(), source, HARMLESS);
                    assertThat(sqlOf(ctx, sent, statement.getKey(), source, ATTACKS))
                            .isEqualTo(harmless);
                })));
    }

    /** What is asked of the server once and remembered belongs to no rows. */
    private static void askOnce(DSLContext ctx, String kind) {
        ctx.deleteFrom(NOTE).execute();
        STATEMENTS.get(kind).rows(notes(HARMLESS)).execute(ctx);
    }

    /** Executes a statement in the ways there are, and looks at what it left; returns what was sent. */
    private static List<String> sqlOf(DSLContext ctx, SentSql sent, String kind, RowSource source, List<String> texts) {
        var definition = STATEMENTS.get(kind);
        List<String> all = new ArrayList<>();
        List<Note> notes = notes(texts);
        for (boolean exist : kind.equals("insert") ? List.of(false) : List.of(false, true)) {
            before(ctx, exist, texts);
            sent.taken();
            definition.rows(notes).via(source).execute(ctx);
            all.addAll(sent.taken());
            assertContents(ctx, kind, exist, texts);

            before(ctx, exist, texts);
            sent.taken();
            var outcomes = definition.rows(notes).via(source).fetchOutcomes(ctx);
            all.addAll(sent.taken());
            assertThat(outcomes).hasSameSizeAs(texts);
            assertContents(ctx, kind, exist, texts);

            before(ctx, exist, texts);
            sent.taken();
            definition.rows(notes).via(source).returning(SUBJECT).fetch(ctx);
            definition.rows(notes.stream()).via(source).execute(kind.equals("insert") ? emptied(ctx) : ctx);
            all.addAll(sent.taken());
            if (!kind.contains("concat")) {
                assertContents(ctx, kind, exist, texts);
            }
        }
        return all;
    }

    private static DSLContext emptied(DSLContext ctx) {
        ctx.deleteFrom(NOTE).execute();
        return ctx;
    }

    private static void before(DSLContext ctx, boolean exist, List<String> texts) {
        ctx.deleteFrom(NOTE).execute();
        if (exist) {
            ctx.execute(
                    "insert into {0} (subject, body) select text, '' from unnest({1}) text",
                    NOTE, val(texts.toArray(String[]::new)));
        }
    }

    private static void assertContents(DSLContext ctx, String kind, boolean exist, List<String> texts) {
        boolean isThere = kind.startsWith("update") ? exist : !kind.equals("delete");
        boolean isWritten = !exist || !kind.startsWith("get") && !kind.endsWith("conflict");
        var rows = ctx.select(SUBJECT, BODY, LABELS).from(NOTE).fetch();
        assertThat(rows.getValues(SUBJECT)).containsExactlyInAnyOrderElementsOf(isThere ? texts : List.of());
        for (var row : rows) {
            assertThat(row.value2()).isEqualTo(isWritten ? row.value1() : "");
            if (isWritten && !kind.contains("concat")) {
                assertThat(row.value3()).containsExactly(new Note(row.value1()).labels());
            }
        }
        assertUnharmed(ctx);
    }

    private static void assertUnharmed(DSLContext ctx) {
        assertThat(ctx.select(COUNTER.ID, COUNTER.HITS).from(COUNTER).fetchMap(COUNTER.ID, COUNTER.HITS))
                .isEqualTo(Map.of(1L, 1L, 2L, 2L, 3L, 3L));
    }

    @TestFactory
    Stream<DynamicTest> conditionsFindWhatTheyName(TestDatabase database) {
        SentSql sent = new SentSql();
        DSLContext ctx = sent.on(database.dataSource());
        var wanted = pdnf(String.class).key(SUBJECT).from(text -> text);
        var wantedOfMany = pdnf(String.class).key(SUBJECT, in()).from(List::of);
        return Stream.of(1, 20, ATTACKS.size())
                .map(rows -> dynamicTest(rows + " rows", () -> {
                    for (var condition : List.of(wanted, wantedOfMany)) {
                        before(ctx, true, HARMLESS);
                        sent.taken();
                        assertThat(ctx.fetchValues(SUBJECT, condition.rows(HARMLESS.subList(0, rows))))
                                .hasSize(rows);
                        List<String> harmless = sent.taken();
                        before(ctx, true, ATTACKS);
                        for (int first = 0; first + rows <= ATTACKS.size(); first += rows) {
                            List<String> some = ATTACKS.subList(first, first + rows);
                            sent.taken();
                            assertThat(ctx.fetchValues(SUBJECT, condition.rows(some)))
                                    .containsExactlyInAnyOrderElementsOf(some);
                            assertThat(sent.taken()).isEqualTo(harmless);
                            assertThat(ctx.deleteFrom(NOTE)
                                            .where(condition.rows(some))
                                            .execute())
                                    .isEqualTo(rows);
                        }
                    }
                    assertUnharmed(ctx);
                }));
    }

    @TestFactory
    Stream<DynamicTest> idsOfJobsChangeNoStatement(TestDatabase database) {
        SentSql sent = new SentSql();
        HikariDataSource connections = kept(database);
        DSLContext ctx = sent.on(connections);
        JobTable.DEFAULT.create(ctx);
        askOnce(ctx, "update");
        List<String> harmless = sqlOfJob(ctx, sent, "harmless", JobTable.DEFAULT);
        return ATTACKS.stream()
                .onClose(connections::close)
                .map(id -> dynamicTest(JavaText.of(id), () -> assertThat(sqlOfJob(ctx, sent, id, JobTable.DEFAULT))
                        .isEqualTo(harmless)));
    }

    @TestFactory
    Stream<DynamicTest> namesOfJobTablesAreOnlyNames(TestDatabase database) {
        SentSql sent = new SentSql();
        HikariDataSource connections = kept(database);
        DSLContext ctx = sent.on(connections);
        askOnce(ctx, "update");
        List<String> harmless = sqlOfJobIn(ctx, sent, name("jobs", "job"));
        return Stream.concat(ATTACKS.stream(), NAMES.stream())
                .map(text -> dynamicTest(JavaText.of(text), () -> {
                    Name hostile = name(text, text);
                    assertThat(sqlOfJobIn(ctx, sent, hostile))
                            .isEqualTo(harmless.stream()
                                    .map(sql -> sql.replace(ctx.render(name("jobs", "job")), ctx.render(hostile)))
                                    .toList());
                    assertThat(ctx.fetchValues(
                                    "select tablename::text from pg_tables where schemaname = {0}", val(text)))
                            .isEqualTo(List.of(text));
                }));
    }

    /** A job takes many statements, and opening a connection for each most of the time. */
    private static HikariDataSource kept(TestDatabase database) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(database.dataSource());
        config.setMaximumPoolSize(2);
        return new HikariDataSource(config);
    }

    private static List<String> sqlOfJobIn(DSLContext ctx, SentSql sent, Name table) {
        ctx.createSchema(table.first()).execute();
        sent.taken();
        JobTable jobs = JobTable.named(table);
        jobs.create(ctx);
        List<String> all = new ArrayList<>(sent.taken());
        all.addAll(sqlOfJob(ctx, sent, "a job", jobs));
        return all;
    }

    /** A job that is cancelled, goes on, and is forgotten. */
    private static List<String> sqlOfJob(DSLContext ctx, SentSql sent, String id, JobTable table) {
        before(ctx, true, HARMLESS);
        var job = STATEMENTS
                .get("update")
                .rows(notes(HARMLESS))
                .batchSize(HARMLESS.size() / 2)
                .commitEachBatch()
                .jobId(id, table);
        sent.taken();
        assertThatThrownBy(() -> job.cancelWhen(progress -> true).execute(ctx)).isInstanceOf(CancelledException.class);
        assertThat(job.execute(ctx).resumed()).isEqualTo(HARMLESS.size() / 2);
        assertThat(table.forget(ctx, id)).isTrue();
        assertThat(table.forget(ctx, id)).isFalse();
        List<String> all = sent.taken();
        assertContents(ctx, "update", true, HARMLESS);
        return all;
    }

    /** Where jOOQ writes values into the text of statements, as it does for logs, batches and {@code STATIC_STATEMENT}. */
    @TestFactory
    Stream<DynamicTest> valuesInTheTextAreLiterals(DSLContext ctx) {
        DSLContext inlining = ctx.configuration()
                .derive(new Settings().withStatementType(StatementType.STATIC_STATEMENT))
                .dsl();
        return STATEMENTS.entrySet().stream()
                .filter(statement -> !statement.getKey().equals("get or create"))
                .flatMap(statement -> SOURCES.stream()
                        .map(source -> dynamicTest(statement.getKey() + " via " + source, () -> {
                            boolean exist = !statement.getKey().startsWith("insert");
                            before(ctx, exist, ATTACKS);
                            statement
                                    .getValue()
                                    .rows(notes(ATTACKS))
                                    .via(source)
                                    .execute(inlining);
                            assertContents(ctx, statement.getKey(), exist, ATTACKS);
                            if (source != COPY) {
                                before(ctx, exist, ATTACKS);
                                statement
                                        .getValue()
                                        .rows(notes(ATTACKS))
                                        .via(source)
                                        .queries()
                                        .forEach(query -> ctx.execute(query.getSQL(ParamType.INLINED)));
                                assertContents(ctx, statement.getKey(), exist, ATTACKS);
                            }
                        })));
    }

    /** A backslash in a literal is then an escape. */
    @TestFactory
    Stream<DynamicTest> valuesChangeNothingWhereBackslashesEscape(TestDatabase database) {
        database.dsl()
                .execute("alter database {0} set standard_conforming_strings = off", currentDatabase(database.dsl()));
        assertThat(database.dsl().fetchValue("show standard_conforming_strings"))
                .isEqualTo("off");
        DSLContext ctx = database.dsl();
        return STATEMENTS.keySet().stream().flatMap(kind -> SOURCES.stream()
                .map(source -> dynamicTest(kind + " via " + source, () -> {
                    boolean exist = !kind.startsWith("insert");
                    before(ctx, exist, ATTACKS);
                    STATEMENTS.get(kind).rows(notes(ATTACKS)).via(source).execute(ctx);
                    assertContents(ctx, kind, exist, ATTACKS);
                })));
    }

    private static Name currentDatabase(DSLContext ctx) {
        return name((String) ctx.fetchValue("select current_database()"));
    }

    @TestFactory
    Stream<DynamicTest> namesAreOnlyNames(DSLContext ctx) {
        return hostileNames(ctx, Stream.concat(ATTACKS.stream(), NAMES.stream()));
    }

    @TestFactory
    Stream<DynamicTest> namesAreOnlyNamesWhereBackslashesEscape(DSLContext ctx) {
        ctx.execute("alter database {0} set standard_conforming_strings = off", currentDatabase(ctx));
        return hostileNames(ctx, ATTACKS.stream().filter(text -> text.contains("\\")));
    }

    private static Stream<DynamicTest> hostileNames(DSLContext ctx, Stream<String> names) {
        return names.map(text -> dynamicTest(JavaText.of(text), () -> {
            HostileTable table = new HostileTable(text);
            table.create(ctx);
            for (RowSource source : SOURCES) {
                table.takesEveryStatement(ctx, source);
            }
            table.refusesByName(ctx);
            assertUnharmed(ctx);
        }));
    }

    /**
     * Not attacks, but names that need quotes: keywords, capitals, 63 bytes of one or more bytes a character, emoji. A table named
     * excluded PostgreSQL itself can't upsert into (42712), unless it has an alias.
     */
    private static final List<String> NAMES = List.of(
            "select",
            "user",
            "row_number",
            "incoming",
            "bulkdsl_incoming",
            "With Spaces And Capitals",
            " ",
            ".",
            "a.b",
            "\"",
            "\"\"",
            "'",
            "x23456789012345678901234567890123456789012345678901234567890123",
            "ä23456789012345678901234567890123456789012345678901234567890ä",
            "👩‍👩‍👧 漢字 ‮");

    /** Schema, table, columns and constraint of one name. */
    private static final class HostileTable {

        private final String text;
        private final AnyTable table;
        private final TableField<AnyRecord, Integer> key;
        private final TableField<AnyRecord, String> value;
        private final TableField<AnyRecord, HostileEnum> label;

        HostileTable(String text) {
            this.text = text;
            this.table = new AnyTable(text, text);
            this.key = table.primaryKey(text, INTEGER);
            this.value = table.column("value", CLOB);
            this.label =
                    table.column(other(text, "~"), org.jooq.impl.SQLDataType.VARCHAR.asEnumDataType(HostileEnum.class));
        }

        /** Another name of as many bytes or fewer. */
        private static String other(String text, String prefix) {
            String other = prefix + text;
            while (other.getBytes(UTF_8).length > 63) {
                other = other.substring(0, other.offsetByCodePoints(other.length(), -1));
            }
            return other;
        }

        void create(DSLContext ctx) {
            ctx.execute("create schema {0}", name(text));
            ctx.execute(
                    "create table {0} ({1} integer, value text, {2} {3}, constraint {4} primary key ({1}), constraint {5} unique (value))",
                    table,
                    key.getUnqualifiedName(),
                    label.getUnqualifiedName(),
                    name(HostileEnum.SCHEMA, HostileEnum.NAME),
                    name(other(text, "^")),
                    name(other(text, "#")));
        }

        void takesEveryStatement(DSLContext ctx, RowSource source) {
            List<HostileEnum> labels = List.of(HostileEnum.values());
            // spotless:off
            assertThat(bulkInsert(table, HostileEnum.class)
                    .set(key).from(HostileEnum::ordinal)
                    .set(value).from(HostileEnum::getLiteral)
                    .set(label).from(element -> element)
                    .rows(labels).via(source).execute(ctx)).isEqualTo(labels.size());
            assertThat(contents(ctx)).containsExactlyElementsOf(labels);
            assertThat(bulkUpdate(table, HostileEnum.class)
                    .key(key).from(HostileEnum::ordinal)
                    .set(label).from(element -> next(element))
                    .rows(labels).via(source).execute(ctx)).isEqualTo(labels.size());
            assertThat(contents(ctx)).containsExactlyElementsOf(labels.stream().map(HostileTable::next).toList());
            assertThat(bulkUpsert(table, HostileEnum.class)
                    .key(key).from(HostileEnum::ordinal)
                    .set(value).from(HostileEnum::getLiteral)
                    .set(label).from(element -> element)
                    .onConstraint(name(other(text, "^")))
                    .rows(labels).via(source).execute(ctx)).isEqualTo(labels.size());
            assertThat(contents(ctx)).containsExactlyElementsOf(labels);
            var upsert = bulkUpsert(table, HostileEnum.class)
                    .key(key).from(HostileEnum::ordinal)
                    .set(label).from(element -> next(element))
                    .onlyChanged();
            assertThat(upsert.rows(labels).via(source).fetchOutcomes(ctx).totals().updated()).isEqualTo(labels.size());
            assertThat(bulkSync(upsert).scope(trueCondition()).deleteMissing()
                    .rows(labels.subList(0, 3)).via(source).execute(ctx)).isEqualTo(labels.size() - 3);
            assertThat(contents(ctx)).containsExactlyElementsOf(labels.subList(1, 4));
            assertThat(ctx.fetchCount(table, pdnf(HostileEnum.class)
                    .key(key).from(HostileEnum::ordinal)
                    .key(label).from(element -> next(element))
                    .rows(labels))).isEqualTo(3);
            assertThat(bulkDelete(table, HostileEnum.class)
                    .key(label).from(element -> next(element))
                    .rows(labels).via(source).execute(ctx)).isEqualTo(3);
            // spotless:on
            assertThat(contents(ctx)).isEmpty();
        }

        /** The server's error is that of the constraint, and nothing else happens. */
        void refusesByName(DSLContext ctx) {
            // spotless:off
            var twice = bulkInsert(table, Integer.class)
                    .set(key).from(i -> i)
                    .set(value).from(i -> "'); drop table counter; --");
            // spotless:on
            for (RowSource source : SOURCES) {
                assertThatThrownBy(() -> twice.rows(1, 2).via(source).execute(ctx))
                        .isInstanceOf(io.bulkdsl.contract.BulkException.class);
            }
            assertThat(contents(ctx)).isEmpty();
        }

        private List<HostileEnum> contents(DSLContext ctx) {
            return ctx.select(label).from(table).orderBy(key).fetch(label);
        }

        private static HostileEnum next(HostileEnum element) {
            return HostileEnum.values()[(element.ordinal() + 1) % HostileEnum.values().length];
        }
    }

    /** The server cuts it, and says so in a notice; whoever writes it cuts it alike, so nothing goes astray. */
    @TestFactory
    Stream<DynamicTest> namesThatAreTooLongAreCutByTheServer(DSLContext ctx) {
        return Stream.of("x".repeat(70), "x" + "😀".repeat(20), "'); drop table counter; --".repeat(4))
                .map(text -> dynamicTest(text, () -> {
                    HostileTable table = new HostileTable(text);
                    table.create(ctx);
                    for (RowSource source : SOURCES) {
                        table.takesEveryStatement(ctx, source);
                    }
                    assertUnharmed(ctx);
                }));
    }

    /** Not text that PostgreSQL can store: said before anything is sent. */
    @TestFactory
    Stream<DynamicTest> whatIsNoTextIsRefused(TestDatabase database) {
        SentSql sent = new SentSql();
        DSLContext ctx = sent.on(database.dataSource());
        List<String> none =
                List.of("\0", "a\0'); drop table counter; --", "\ud83d", "\ude00", "x\ud83d'; --", "\ude00\ud83d");
        return STATEMENTS.entrySet().stream().flatMap(statement -> SOURCES.stream()
                .map(source -> dynamicTest(statement.getKey() + " via " + source, () -> {
                    before(ctx, true, HARMLESS);
                    for (String text : none) {
                        sent.taken();
                        assertThatThrownBy(() -> statement
                                        .getValue()
                                        .rows(new Note("harmless 0"), new Note(text))
                                        .via(source)
                                        .execute(ctx))
                                .isInstanceOf(InvalidRowException.class)
                                .hasMessageContaining("row 2")
                                .hasMessageContaining("note.subject")
                                .hasMessageContaining(text.contains("\0") ? "NUL" : "surrogate");
                        assertThat(sent.taken())
                                .noneMatch(sql -> sql.contains("delete")
                                        || sql.contains("insert into")
                                        || sql.contains("update"));
                    }
                    assertThat(ctx.fetchCount(NOTE)).isEqualTo(HARMLESS.size());
                })));
    }
}
