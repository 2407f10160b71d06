// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.proofs;

import io.bulkdsl.contract.RowSource;
import io.bulkdsl.proofs.Definition.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes a failing case as small as it can be: fewer rows, fewer columns set, nothing special, as long as it fails. */
final class Shrinking {

    static Case of(Case failing, Predicate<Case> fails) {
        Case smallest = failing;
        Optional<Case> next = Optional.of(failing);
        while (next.isPresent()) {
            smallest = next.get();
            next = simpler(smallest).filter(Case::isPossible).filter(fails).findFirst();
        }
        return smallest;
    }

    private static Stream<Case> simpler(Case given) {
        Definition d = given.definition();
        Way way = given.way();
        Stream<Case> rows = fewer(given.rows()).map(fewer -> new Case(d, given.table(), fewer, way));
        Stream<Case> table = fewer(given.table()).map(fewer -> new Case(d, fewer, given.rows(), way));
        Stream<Case> definition = simpler(d).map(simpler -> new Case(simpler, given.table(), given.rows(), way));
        Stream<Case> ways = simpler(way).map(simpler -> new Case(d, given.table(), given.rows(), simpler));
        Stream<Case> values = withoutValues(given.rows()).map(fewer -> new Case(d, given.table(), fewer, way));
        Stream<Case> stored = withoutValues(given.table()).map(fewer -> new Case(d, fewer, given.rows(), way));
        return Stream.of(ways, rows, table, definition, values, stored).flatMap(Function.identity());
    }

    /** Without a half, a quarter, …, each one. */
    private static <T> Stream<List<T>> fewer(List<T> all) {
        return IntStream.iterate(all.size(), size -> size > 0, size -> size / 2)
                .boxed()
                .flatMap(size -> IntStream.iterate(0, from -> from < all.size(), from -> from + size)
                        .mapToObj(from -> {
                            List<T> rest = new ArrayList<>(all.subList(0, from));
                            rest.addAll(all.subList(Math.min(all.size(), from + size), all.size()));
                            return rest;
                        }));
    }

    /** Without the values of a column, or with one value less. */
    private static Stream<List<Row>> withoutValues(List<Row> rows) {
        Stream<List<Row>> columns = rows.stream()
                .limit(1)
                .flatMap(row -> row.values().keySet().stream())
                .map(column -> rows.stream().map(row -> row.with(column, null)).toList());
        Stream<List<Row>> single = IntStream.range(0, rows.size())
                .boxed()
                .flatMap(i -> rows.get(i).values().keySet().stream().map(column -> {
                    List<Row> changed = new ArrayList<>(rows);
                    changed.set(i, rows.get(i).with(column, null));
                    return changed;
                }));
        return Stream.concat(columns, single).filter(changed -> nulls(changed) > nulls(rows));
    }

    private static long nulls(List<Row> rows) {
        return rows.stream()
                .flatMap(row -> row.values().values().stream())
                .filter(Objects::isNull)
                .count();
    }

    private static Stream<Definition> simpler(Definition d) {
        Stream<Definition> sets =
                fewer(d.sets()).map(fewer -> changed(d, fewer, d.where(), d.onlyChanged(), d.doNothing(), d.scope()));
        Stream<Definition> plain = Stream.of(
                        changed(d, d.sets(), false, d.onlyChanged(), d.doNothing(), d.scope()),
                        changed(d, d.sets(), d.where(), "-", d.doNothing(), d.scope()),
                        changed(d, d.sets(), d.where(), d.onlyChanged(), false, d.scope()),
                        changed(d, d.sets(), d.where(), d.onlyChanged(), d.doNothing(), keeping(d)))
                .filter(simpler -> !simpler.equals(d));
        return Stream.concat(sets, plain);
    }

    private static Scope keeping(Definition d) {
        return d.scope() == Scope.NONE ? Scope.NONE : Scope.ALL_KEEPING;
    }

    private static Definition changed(
            Definition d, List<Setting> sets, boolean where, String onlyChanged, boolean doNothing, Scope scope) {
        return new Definition(
                d.kind(),
                d.table(),
                d.keys(),
                d.notDistinct(),
                sets,
                where,
                onlyChanged,
                doNothing,
                d.duplicates(),
                scope);
    }

    private static Stream<Way> simpler(Way way) {
        return Stream.of(
                        Way.SIMPLEST,
                        new Way(RowSource.VALUES, way.batch(), way.stream(), way.outcomes()),
                        new Way(way.source(), 0, way.stream(), way.outcomes()),
                        new Way(way.source(), way.batch(), false, way.outcomes()),
                        new Way(way.source(), way.batch(), way.stream(), false))
                .filter(simpler -> !simpler.equals(way));
    }

    private Shrinking() {}
}
