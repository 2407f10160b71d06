// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.proofs;

import static io.bulkdsl.BulkDSL.pdnf;
import static io.bulkdsl.Operators.in;
import static io.bulkdsl.contract.RowSource.COPY;
import static io.bulkdsl.proofs.Attacks.ATTACKS;
import static io.bulkdsl.proofs.Attacks.HARMLESS;
import static io.bulkdsl.proofs.Attacks.SOURCES;
import static io.bulkdsl.proofs.Attacks.assertUnharmed;
import static io.bulkdsl.proofs.Attacks.letBackslashesEscape;
import static io.bulkdsl.proofs.Notes.NOTE;
import static io.bulkdsl.proofs.Notes.STATEMENTS;
import static io.bulkdsl.proofs.Notes.SUBJECT;
import static io.bulkdsl.proofs.Notes.askOnce;
import static io.bulkdsl.proofs.Notes.assertContents;
import static io.bulkdsl.proofs.Notes.before;
import static io.bulkdsl.proofs.Notes.notes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.bulkdsl.contract.InvalidRowException;
import io.bulkdsl.contract.RowSource;
import io.bulkdsl.proofs.Notes.Note;
import io.bulkdsl.testkit.PostgresTest;
import io.bulkdsl.testkit.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.conf.ParamType;
import org.jooq.conf.Settings;
import org.jooq.conf.StatementType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Texts that mean to be SQL are data where they are values, by every statement and source. */
@PostgresTest(migrations = "classpath:db/migration")
class InjectedValuesTest {

    @BeforeEach
    void tables(DSLContext ctx) {
        Notes.createTable(ctx);
        Attacks.fillCounter(ctx);
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

    @TestFactory
    Stream<DynamicTest> valuesChangeNothingWhereBackslashesEscape(DSLContext ctx) {
        letBackslashesEscape(ctx);
        return STATEMENTS.keySet().stream().flatMap(kind -> SOURCES.stream()
                .map(source -> dynamicTest(kind + " via " + source, () -> {
                    boolean exist = !kind.startsWith("insert");
                    before(ctx, exist, ATTACKS);
                    STATEMENTS.get(kind).rows(notes(ATTACKS)).via(source).execute(ctx);
                    assertContents(ctx, kind, exist, ATTACKS);
                })));
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
