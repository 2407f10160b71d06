// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static io.bulkdsl.BulkDSL.bulkDelete;
import static io.bulkdsl.contract.RowSource.UNNEST;
import static io.bulkdsl.testdb.public_.Tables.WIDE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.bulkdsl.contract.InvalidRowException;
import io.bulkdsl.testdb.public_.tables.records.WideRecord;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jooq.TableField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Many rows are sent in the order of their keys, and two with the same key are met there. */
class KeyOrderTest {

    private static final long SEED = 11;

    record Row<T extends Comparable<T>>(T key) {}

    record Pair(int id, String name) {}

    // spotless:off
    private static final BulkDelete<WideRecord, Pair> BY_PAIR = bulkDelete(WIDE, Pair.class)
            .key(WIDE.ID).from(Pair::id)
            .key(WIDE.TX).from(Pair::name);
    // spotless:on

    static Stream<Arguments> keys() {
        return Stream.of(
                keys(WIDE.ID, IntStream.range(-50, 50).boxed().toList()),
                keys(WIDE.ID, with(IntStream.range(0, 50).boxed(), Integer.MIN_VALUE, Integer.MAX_VALUE)),
                keys(
                        WIDE.SI,
                        IntStream.range(-50, 50)
                                .mapToObj(i -> (short) (i * 500))
                                .toList()),
                keys(WIDE.BI, LongStream.range(-50, 50).boxed().toList()),
                keys(WIDE.BI, with(LongStream.range(0, 50).boxed(), Long.MIN_VALUE, Long.MAX_VALUE, 1L << 60, -1L)),
                keys(WIDE.BI, with(LongStream.range(0, 62).boxed(), (1L << 57) - 1, -1L << 57)),
                keys(WIDE.BI, with(LongStream.range(0, 62).boxed(), (1L << 57) + 5)),
                keys(
                        WIDE.DE,
                        LongStream.range(-50, 50).mapToObj(BigDecimal::valueOf).toList()),
                keys(
                        WIDE.TX,
                        IntStream.range(0, 99).mapToObj(i -> "a key of " + i).toList()));
    }

    @ParameterizedTest
    @MethodSource("keys")
    <T extends Comparable<T>> void manyRowsComeInTheOrderOfTheirKeys(TableField<WideRecord, T> column, List<T> keys) {
        assertThat(sent(column, shuffled(keys)))
                .isEqualTo(keys.stream().sorted().toList());
    }

    @ParameterizedTest
    @MethodSource("keys")
    <T extends Comparable<T>> void twoOfTheSameAreMet(TableField<WideRecord, T> column, List<T> keys) {
        List<T> twice = shuffled(keys);
        twice.add(twice.get(0));
        assertThatThrownBy(() -> sent(column, twice))
                .isInstanceOf(InvalidRowException.class)
                .hasMessageContaining("row " + twice.size())
                .hasMessageContaining("the same key as in row 1");
    }

    @Test
    void fewRowsStayAsTheyAre() {
        assertThat(sent(WIDE.ID, List.of(3, 1, 2))).isEqualTo(List.of(3, 1, 2));
    }

    @Test
    void severalColumnsCountInTurn() {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            pairs.add(new Pair(i / 10, "name " + i % 10));
        }
        var statement = BY_PAIR.rows(shuffled(pairs)).via(UNNEST);
        assertThat(statement.getBindValues())
                .extracting(values -> List.of((Object[]) values))
                .isEqualTo(List.of(
                        pairs.stream().map(Pair::id).toList(),
                        pairs.stream().map(Pair::name).toList()));
    }

    private static <T extends Comparable<T>> List<?> sent(TableField<WideRecord, T> column, List<T> keys) {
        Function<Row<T>, T> key = Row::key;
        var statement = bulkDelete(WIDE, KeyOrderTest.<T>rowType())
                .key(column)
                .from(key)
                .rows(keys.stream().map(Row::new).toList())
                .via(UNNEST);
        return List.of((Object[]) statement.getBindValues().get(0));
    }

    @SuppressWarnings("unchecked")
    private static <T extends Comparable<T>> Class<Row<T>> rowType() {
        return (Class<Row<T>>) (Class<?>) Row.class;
    }

    private static <T extends Comparable<T>> Arguments keys(TableField<WideRecord, T> column, List<T> keys) {
        return arguments(column, keys);
    }

    @SafeVarargs
    private static <T extends Comparable<T>> List<T> with(Stream<T> some, T... more) {
        return Stream.concat(some, Stream.of(more))
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    private static <T> List<T> shuffled(List<T> list) {
        List<T> result = new ArrayList<>(list);
        Collections.shuffle(result, new Random(SEED));
        return result;
    }
}
