// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static io.bulkdsl.BulkDSL.bulkUpdate;
import static io.bulkdsl.BulkDSL.pdnf;
import static org.assertj.core.api.Assertions.assertThat;

import io.bulkdsl.testdb.odd__22schema_22.tables.OrDer_3bDropTableBook_3b__;
import io.bulkdsl.testkit.PostgresTest;
import java.util.List;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.TableField;
import org.junit.jupiter.api.Test;

/** Names with quotes, spaces, braces, upper case, emoji, SQL, and of 63 bytes, as schema, table and columns. */
@PostgresTest(migrations = "classpath:db/migration")
class HostileNamesTest {

    private static final OrDer_3bDropTableBook_3b__ ODD = OrDer_3bDropTableBook_3b__.OR_DER_3b_DROP_TABLE_BOOK_3b__;

    @Test
    void areOnlyNames(DSLContext ctx) {
        TableField<?, Integer> id = column("select");
        ctx.insertInto(ODD).set(id, 1).execute();
        for (String name : List.of(
                "it's \"quoted\"",
                "UPPER and lower",
                "😀 emoji {0} ? :name",
                "a23456789012345678901234567890123456789012345678901234567890abc")) {
            TableField<?, String> text = column(name);
            assertThat(update(id, text).rows("a", "b").execute(ctx)).as(name).isEqualTo(1);
            assertThat(ctx.fetchValue(text)).isEqualTo("a");
            assertThat(ctx.fetchCount(
                            ODD, pdnf(String.class).key(text).from(t -> t).rows("a", "b")))
                    .isEqualTo(1);
            List<String> many =
                    IntStream.range(0, 200).mapToObj(i -> "a".repeat(i)).toList();
            assertThat(ctx.fetchCount(
                            ODD, pdnf(String.class).key(text).from(t -> t).rows(many)))
                    .isEqualTo(1);
        }
    }

    @Test
    void keyAndNewValueOfALongNameAreToldApart(DSLContext ctx) {
        TableField<?, Integer> id = column("select");
        for (String name : List.of("a23456789012345678901234567890123456789012345678901234567890abc")) {
            TableField<?, String> text = column(name);
            ctx.insertInto(ODD).set(id, 1).set(text, "old").execute();
            assertThat(rename(text).rows("old").execute(ctx)).isEqualTo(1);
            assertThat(ctx.fetchValue(text)).isEqualTo("old+");
        }
        TableField<?, Integer> number = column("ä2345678901234567890123456789012345678901234567890123456789abc");
        ctx.update(ODD).set(number, 5).execute();
        assertThat(bulkUpdate(ODD, Integer.class)
                        .key(typed(number))
                        .from(n -> n)
                        .set(typed(number))
                        .from(n -> n + 1)
                        .rows(5)
                        .execute(ctx))
                .isEqualTo(1);
        assertThat(ctx.fetchValue(number)).isEqualTo(6);
    }

    private static BulkUpdate<?, String> update(TableField<?, Integer> id, TableField<?, String> text) {
        return bulkUpdate(ODD, String.class)
                .key(typed(id))
                .from(t -> t.equals("a") ? 1 : 2)
                .set(typed(text))
                .from(t -> t);
    }

    private static BulkUpdate<?, String> rename(TableField<?, String> text) {
        return bulkUpdate(ODD, String.class)
                .key(typed(text))
                .from(t -> t)
                .set(typed(text))
                .from(t -> t + "+");
    }

    @SuppressWarnings("unchecked")
    private static <R extends Record, T> TableField<R, T> typed(TableField<?, T> column) {
        return (TableField<R, T>) column;
    }

    @SuppressWarnings("unchecked")
    private static <T> TableField<?, T> column(String name) {
        return (TableField<?, T>) ODD.field(name);
    }
}
