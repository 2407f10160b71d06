// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static io.bulkdsl.BulkDSL.bulkInsert;
import static io.bulkdsl.BulkDSL.bulkUpdate;
import static io.bulkdsl.BulkDSL.bulkUpsert;
import static io.bulkdsl.Functions.incr;
import static io.bulkdsl.contract.RowSource.COPY;
import static io.bulkdsl.contract.RowSource.VALUES;
import static io.bulkdsl.testdb.public_.Tables.MEMBER;
import static io.bulkdsl.testdb.public_.Tables.PRICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bulkdsl.contract.RowSource;
import io.bulkdsl.testkit.PostgresTest;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.RecordMapper;
import org.jooq.RecordMapperProvider;
import org.jooq.RecordType;
import org.jooq.conf.RenderNameCase;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.impl.CustomCondition;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What users may say in a configuration, and what of it isn't meant for the library's own queries. */
@PostgresTest(migrations = "classpath:db/migration")
@NotVia(because = "names the sources itself")
class UserConfigurationTest {

    private static final List<Integer> ELEVEN = elevenFrom(1);

    private static List<Integer> elevenFrom(int first) {
        return IntStream.range(first, first + 11).boxed().toList();
    }

    @ParameterizedTest
    @EnumSource
    void resultsOfOursAreNotCut(RowSource source, DSLContext ctx) {
        DSLContext cut =
                ctx.configuration().derive(new Settings().withMaxRows(4)).dsl();
        // spotless:off
        var counting = bulkUpsert(PRICE, Integer.class)
                .key(PRICE.SKU).from(i -> "sku " + i)
                .setOnUpdate(PRICE.SEEN, incr()).from(i -> 100);
        var members = bulkInsert(MEMBER, Integer.class)
                .set(MEMBER.NAME).from(i -> "name " + i);
        // spotless:on
        assertThat(counting.rows(ELEVEN).via(source).execute(cut)).isEqualTo(11);
        assertThat(counting.rows(ELEVEN).via(source).fetchOutcomes(cut).totals().updated())
                .isEqualTo(11);
        assertThat(ctx.fetchValues(PRICE.SEEN)).containsExactlyElementsOf(Collections.nCopies(11, 100));
        assertThat(members.rows(elevenFrom(100))
                        .via(source)
                        .returning(MEMBER.ID)
                        .fetchRows(cut))
                .hasSize(11);
        assertThat(members.rows(elevenFrom(200))
                        .via(source)
                        .returning(MEMBER.ID)
                        .fetch(cut))
                .hasSize(11);
        assertThat(members.rows(elevenFrom(300))
                        .via(source)
                        .batchSize(6)
                        .execute(cut)
                        .written())
                .isEqualTo(11);
    }

    /** For records of the user's, not for ours. */
    private static final class NoMapper implements RecordMapperProvider {
        @Override
        public <R extends Record, E> RecordMapper<R, E> provide(RecordType<R> type, Class<? extends E> target) {
            throw new IllegalStateException("no mapper for " + target);
        }
    }

    @ParameterizedTest
    @EnumSource
    void mappersAreNotAsked(RowSource source, DSLContext ctx) {
        DSLContext mapping = ctx.configuration().derive(new NoMapper()).dsl();
        // spotless:off
        var upsert = bulkUpsert(PRICE, Integer.class)
                .key(PRICE.SKU).from(i -> "sku " + i)
                .set(PRICE.SEEN).from(i -> i);
        var members = bulkInsert(MEMBER, Integer.class)
                .set(MEMBER.NAME).from(i -> "name " + i);
        // spotless:on
        assertThat(upsert.rows(ELEVEN)
                        .via(source)
                        .fetchOutcomes(mapping)
                        .totals()
                        .inserted())
                .isEqualTo(11);
        assertThat(members.rows(elevenFrom(100)).via(source).execute(mapping)).isEqualTo(11);
        assertThat(members.rows(elevenFrom(200))
                        .via(source)
                        .returning(MEMBER.ID)
                        .fetchRows(mapping))
                .hasSize(11);
        assertThat(members.rows(elevenFrom(300)).explain(mapping)).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void conditionsMayAskTheConfiguration(RowSource source, DSLContext ctx) {
        DSLContext tenants = ctx.configuration().derive().dsl();
        tenants.configuration().data("tenant", "feed");
        Condition ofTenant = CustomCondition.of(context -> context.visit(
                PRICE.SOURCE.eq(context.configuration().data("tenant").toString())));
        ctx.execute("insert into price (sku) values ('sku 1')");
        List<Integer> many = IntStream.rangeClosed(1, 2_500).boxed().toList();
        // spotless:off
        var update = bulkUpdate(PRICE, Integer.class)
                .key(PRICE.SKU).from(i -> "sku " + i)
                .set(PRICE.SEEN).from(i -> i)
                .where(ofTenant);
        // spotless:on
        var rows = update.rows(many).via(source);
        assertThat(rows.execute(tenants)).isOne();
        assertThat(rows.returning(PRICE.SEEN).fetch(tenants)).hasSize(1);
        assertThat(rows.fetchOutcomes(tenants).totals().updated()).isOne();
        assertThat(tenants.execute(update.rows(many).via(VALUES).query())).isOne();
        List<Integer> tooMany = IntStream.rangeClosed(1, 33_000).boxed().toList();
        assertThatThrownBy(() -> update.rows(tooMany).via(VALUES).execute(tenants))
                .hasMessageContaining("33,000 rows need 66,001 bind values");
    }

    @Test
    void namesAsTheSettingsWriteThem(DSLContext ctx) {
        ctx.execute("create table stocks (id integer generated always as identity primary key, label text)");
        var stocks =
                new KeyedTable<>("STOCKS", "ID", SQLDataType.INTEGER.notNull().identity(true), "LABEL");
        // spotless:off
        var insert = bulkInsert(stocks, String.class)
                .set(stocks.text).from(text -> text);
        var numbered = bulkInsert(stocks, Integer.class)
                .set(stocks.key).from(i -> i)
                .set(stocks.text).from(i -> "given");
        // spotless:on
        int next = 1;
        for (Settings settings : List.of(
                new Settings().withRenderSchema(false).withRenderNameCase(RenderNameCase.LOWER),
                new Settings().withRenderQuotedNames(RenderQuotedNames.NEVER),
                new Settings()
                        .withRenderNameCase(RenderNameCase.LOWER)
                        .withRenderQuotedNames(RenderQuotedNames.NEVER))) {
            DSLContext writing = ctx.configuration().derive(settings).dsl();
            assertThat(OutcomeText.of(
                            insert.rows("a").returning(stocks.key, stocks.text).fetchOutcomes(writing)))
                    .containsExactly("1 INSERTED [" + next++ + ", a]");
            assertThatThrownBy(() -> numbered.rows(70, 71).via(COPY).execute(writing))
                    .hasMessageContaining("GENERATED ALWAYS");
        }
    }
}
