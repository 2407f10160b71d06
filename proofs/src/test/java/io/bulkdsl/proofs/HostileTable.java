// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.proofs;

import static io.bulkdsl.BulkDSL.bulkDelete;
import static io.bulkdsl.BulkDSL.bulkInsert;
import static io.bulkdsl.BulkDSL.bulkSync;
import static io.bulkdsl.BulkDSL.bulkUpdate;
import static io.bulkdsl.BulkDSL.bulkUpsert;
import static io.bulkdsl.BulkDSL.pdnf;
import static io.bulkdsl.proofs.Attacks.SOURCES;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.trueCondition;
import static org.jooq.impl.SQLDataType.CLOB;
import static org.jooq.impl.SQLDataType.INTEGER;
import static org.jooq.impl.SQLDataType.VARCHAR;

import io.bulkdsl.contract.BulkException;
import io.bulkdsl.contract.RowSource;
import io.bulkdsl.proofs.AnyTable.AnyRecord;
import java.util.Arrays;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.TableField;

/** Schema, table, columns and constraint of one name. */
final class HostileTable {

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
        this.label = table.column(other(text, "~"), VARCHAR.asEnumDataType(HostileEnum.class));
    }

    /** Another name of as many bytes or fewer. */
    private static String other(String text, String prefix) {
        String other = prefix + text;
        while (other.getBytes(UTF_8).length > 63) {
            other = other.substring(0, other.offsetByCodePoints(other.length(), -1));
        }
        return other;
    }

    /** The type of one of the columns, in a schema of its own. */
    static void createType(DSLContext ctx) {
        ctx.createSchema(name(HostileEnum.SCHEMA)).execute();
        ctx.createType(name(HostileEnum.SCHEMA, HostileEnum.NAME))
                .asEnum(Arrays.stream(HostileEnum.values())
                        .map(HostileEnum::getLiteral)
                        .toArray(String[]::new))
                .execute();
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
            assertThatThrownBy(() -> twice.rows(1, 2).via(source).execute(ctx)).isInstanceOf(BulkException.class);
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
