// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static io.bulkdsl.BulkDSL.bulkInsert;
import static io.bulkdsl.EachStatement.statements;
import static io.bulkdsl.testdb.public_.Tables.BOOK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.ExecuteType.DDL;
import static org.jooq.ExecuteType.READ;
import static org.jooq.ExecuteType.WRITE;

import io.bulkdsl.contract.BulkCall;
import io.bulkdsl.contract.RowSource;
import io.bulkdsl.testkit.PostgresTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.ExecuteType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What jOOQ's listeners take each query for. It calls WRITE what is an INSERT, UPDATE or DELETE, and READ all that begins with
 * SELECT or WITH, though that may write: so do queries that tell of rows what they didn't write. Those are known by the call that
 * they are part of.
 */
@PostgresTest(migrations = "classpath:db/migration")
@NotVia(because = "chooses the row source itself")
class QueryTypesTest {

    private static final Map<String, ExecuteType> TYPES = Map.of(
            "insert", WRITE,
            "update", WRITE,
            "delete", WRITE,
            "select", READ,
            "with", READ,
            "create", DDL,
            "alter", DDL,
            "analyze", DDL,
            "drop", DDL);

    private static final Pattern WRITING = Pattern.compile("\\((insert into|update|delete from) ");

    private final List<Seen> seen = new ArrayList<>();

    record Seen(ExecuteType type, String sql, boolean isOfCall) {

        String verb() {
            return sql.substring(0, sql.indexOf(' '));
        }

        boolean writes() {
            return type == WRITE || WRITING.matcher(sql).find();
        }
    }

    @BeforeEach
    void shelve(DSLContext ctx) {
        EachStatement.prepare(ctx);
    }

    static Stream<Arguments> all() {
        return statements();
    }

    @ParameterizedTest
    @MethodSource("all")
    void executedAndReturning(EachStatement statement, RowSource source, DSLContext ctx) {
        Undone.call(listened(ctx), inner -> statement.rows(source).execute(inner));
        statement.rows(source).returning(statement.column()).fetch(listened(ctx));
        assertTypes();
        boolean asksWhatBecomes = statement == EachStatement.GET_OR_CREATE || statement == EachStatement.SYNC;
        assertThat(seen)
                .filteredOn(Seen::writes)
                .isNotEmpty()
                .allMatch(query -> query.type() == WRITE || asksWhatBecomes);
    }

    @ParameterizedTest
    @MethodSource("all")
    void outcomes(EachStatement statement, RowSource source, DSLContext ctx) {
        statement.rows(source).fetchOutcomes(listened(ctx));
        assertTypes();
        assertThat(seen).filteredOn(Seen::writes).isNotEmpty().allMatch(Seen::isOfCall);
    }

    /** Where jOOQ has no word for what is inserted. */
    @Test
    void byTemplate(DSLContext ctx) {
        var book = bulkInsert(BOOK, Delivery.class).set(BOOK.ISBN).from(Delivery::isbn);
        book.overridingUserValue().rows(new Delivery("isbn-8", 1)).execute(listened(ctx));
        assertThat(seen).extracting(Seen::type).containsExactly(WRITE);
    }

    /** Nobody watches, and nothing is different. */
    @Test
    void withoutAListenerQueriesAreOfNoCall(DSLContext ctx) {
        EachStatement.UPDATE.rows(RowSource.VALUES).explain(ctx); // asks once what is equal in this database
        EachStatement.UPDATE.rows(RowSource.VALUES).execute(listening(ctx));
        assertThat(seen).extracting(Seen::isOfCall).containsExactly(false);
    }

    private void assertTypes() {
        assertThat(seen).isNotEmpty().allSatisfy(query -> assertThat(query.type())
                .as(query.sql())
                .isEqualTo(Objects.requireNonNull(TYPES.get(query.verb()), query.verb())));
        assertThat(seen).allMatch(Seen::isOfCall);
    }

    private static boolean isOfCall(ExecuteContext execution) {
        return execution.configuration().data(BulkCall.class) != null;
    }

    private DSLContext listened(DSLContext ctx) {
        return listening(new Watched().of(ctx));
    }

    private DSLContext listening(DSLContext ctx) {
        return ctx.configuration()
                .deriveAppending(ExecuteListener.onExecuteStart(execution ->
                        seen.add(new Seen(execution.type(), String.valueOf(execution.sql()), isOfCall(execution)))))
                .dsl();
    }
}
