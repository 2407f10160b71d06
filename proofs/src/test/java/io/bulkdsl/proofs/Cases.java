// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.proofs;

import io.bulkdsl.contract.Duplicates;
import io.bulkdsl.contract.RowSource;
import io.bulkdsl.proofs.Definition.Kind;
import io.bulkdsl.proofs.Definition.Scope;
import io.bulkdsl.proofs.Setting.When;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes cases by chance, the same of the same seed. */
final class Cases {

    private static final List<RowSource> SOURCES = List.of(RowSource.VALUES, RowSource.UNNEST, RowSource.COPY);

    private final SplittableRandom random;
    private final boolean nullsNotDistinct;

    /** @param nullsNotDistinct whether the server's indexes may hold nulls equal */
    Cases(long seed, boolean nullsNotDistinct) {
        this.random = new SplittableRandom(seed);
        this.nullsNotDistinct = nullsNotDistinct;
    }

    Case next() {
        Definition definition = definition();
        Case made = made(definition);
        while (!made.isPossible()) {
            made = made(definition);
        }
        return made;
    }

    private Definition definition() {
        Definition definition;
        do {
            Kind kind = oneOf(Kind.values());
            String table = table();
            List<String> keys =
                    table.endsWith("b") || table.equals("no_key") && oneIn(2) ? List.of("a", "b") : List.of("a");
            definition = new Definition(
                    kind,
                    table,
                    keys,
                    kind != Kind.INSERT && (table.startsWith("null") || oneIn(3)),
                    kind == Kind.DELETE ? List.of() : sets(kind),
                    kind != Kind.INSERT && oneIn(4),
                    oneIn(2) ? "-" : oneIn(3) ? oneOf("n", "q", "t", "s") : "*",
                    oneIn(6),
                    kind == Kind.INSERT ? Duplicates.FAIL : oneOf(Duplicates.values()),
                    kind == Kind.SYNC ? oneOf(Scope.values()) : Scope.NONE);
        } while (!definition.isPossible());
        return definition;
    }

    private String table() {
        return nullsNotDistinct
                ? oneOf("no_key", "key_of_a", "key_of_a_b", "null_key_of_a", "null_key_of_a_b")
                : oneOf("no_key", "key_of_a", "key_of_a_b");
    }

    private List<Setting> sets(Kind kind) {
        List<Setting> sets = new ArrayList<>();
        for (String column : List.of("n", "q", "t", "s")) {
            if (oneIn(2)) {
                sets.add(setting(kind, column));
            }
        }
        if (oneIn(4) && sets.stream().anyMatch(Setting::isOfExistingRows) && kind != Kind.INSERT) {
            sets.add(new Setting(When.WHEN_CHANGED, "w", KnownFunction.EQ));
        }
        return sets;
    }

    private Setting setting(Kind kind, String column) {
        if (kind == Kind.INSERT) {
            return new Setting(oneIn(3) ? When.OR_DEFAULT : When.ALWAYS, column, KnownFunction.EQ);
        } else if (kind != Kind.UPDATE && oneIn(6)) {
            return new Setting(When.ON_INSERT, column, KnownFunction.EQ);
        }
        List<KnownFunction> suitable =
                Stream.of(KnownFunction.values()).filter(f -> f.suits(column)).toList();
        When when = kind != Kind.UPDATE && oneIn(8) ? When.ON_UPDATE : When.ALWAYS;
        return new Setting(when, column, suitable.get(random.nextInt(suitable.size())));
    }

    private Case made(Definition definition) {
        // Mostly few rows of few keys, so that they meet; now and then more, so that their order counts.
        boolean many = oneIn(25);
        int keys = many ? 40 : 5;
        List<Row> table = rows(random.nextInt(many ? 40 : 6), keys, definition, definition.hasUniqueKey());
        boolean distinct = definition.duplicates() == Duplicates.FAIL && !oneIn(4);
        List<Row> rows = rows(oneIn(30) ? 0 : random.nextInt(many ? 60 : 7), keys, definition, distinct);
        Way way = new Way(oneOf(SOURCES), oneIn(3) ? oneOf(1, 2, 3, 7) : 0, oneIn(5), oneIn(2));
        return new Case(definition, table.stream().map(this::stored).toList(), rows, way);
    }

    private List<Row> rows(int count, int keys, Definition definition, boolean distinct) {
        Set<Object> seen = new HashSet<>();
        List<Row> rows = new ArrayList<>();
        boolean nullKeys = definition.kind() == Kind.INSERT || definition.notDistinct() || oneIn(10);
        for (int i = 0; i < count; i++) {
            Row row = row(keys, nullKeys);
            if (!distinct || seen.add(row.comparable(definition.keys()))) {
                rows.add(row);
            }
        }
        return rows;
    }

    private Row row(int keys, boolean nullKeys) {
        return new Row(Map.of())
                .with("a", nullKeys && oneIn(6) ? null : (Object) random.nextInt(keys))
                .with("b", nullKeys && oneIn(6) ? null : number("1", "1.0", "2", "2.00", "-0.5"))
                .with("n", oneOf(null, -3, -1, 0, 1, 2, 5))
                .with("q", oneIn(6) ? null : number("0", "0.5", "0.50", "-1.25", "3"))
                .with("t", oneOf(null, "", "a", "b", "\\N", "\\", "x\ty\n", "it's", "{,\"}"))
                .with("s", oneOf(null, ints(), ints(1), ints(1, 1), ints(2, 1), ints((Integer) null), ints(3, null, 3)))
                .with("e", oneOf(null, 1, 2, 3));
    }

    private Row stored(Row row) {
        return row.with("w", oneOf(null, 0, 4));
    }

    private BigDecimal number(String... texts) {
        return new BigDecimal(oneOf(texts));
    }

    private static List<@Nullable Integer> ints(@Nullable Integer... elements) {
        return Arrays.asList(elements);
    }

    private boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    @SafeVarargs
    private <T> T oneOf(T... values) {
        return values[random.nextInt(values.length)];
    }

    private <T> T oneOf(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
