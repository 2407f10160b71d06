// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.proofs;

import io.bulkdsl.contract.Duplicates;
import io.bulkdsl.contract.Status;
import io.bulkdsl.proofs.Setting.When;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What statements mean, as the documentation says: rows are applied one by one to a list. */
final class PlainModel {

    private static final String UNIQUE_VIOLATION = "23505";

    private final Definition definition;
    private final List<Row> rows;
    private final List<Row> table;
    private final Status[] statuses;
    private int written;

    private PlainModel(Case given) {
        this.definition = given.definition();
        this.rows = given.rows();
        this.table = new ArrayList<>(given.table());
        this.statuses = new Status[given.rows().size()];
    }

    static Effect of(Case given) {
        PlainModel model = new PlainModel(given);
        try {
            model.run();
            return Effect.of(model.table, model.written, Arrays.asList(model.statuses));
        } catch (Refused refused) {
            return Effect.refused(given.table(), refused.getMessage());
        }
    }

    private static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1;

        Refused(String why) {
            super(why);
        }
    }

    private void run() {
        switch (definition.kind()) {
            case INSERT -> {
                for (int i = 0; i < rows.size(); i++) {
                    statuses[i] = insert(rows.get(i));
                }
            }
            case UPDATE -> each(this::update);
            case DELETE -> each(this::delete);
            case UPSERT -> each(this::upsert);
            case SYNC -> {
                refuseNullKeys();
                remove();
                each(this::syncOne);
            }
        }
    }

    private interface Statement {
        /** Rows of the same key, one after the other, as one. */
        Status apply(List<Row> sameKey);
    }

    private void each(Statement statement) {
        refuseNullKeys();
        Map<List<@Nullable Object>, List<Integer>> byKey = new LinkedHashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            byKey.computeIfAbsent(key(rows.get(i)), key -> new ArrayList<>()).add(i);
        }
        if (definition.duplicates() == Duplicates.FAIL && byKey.size() < rows.size()) {
            throw new Refused("InvalidRowException");
        }
        Arrays.fill(statuses, Status.DUPLICATE);
        byKey.values().forEach(same -> {
            List<Integer> counting =
                    switch (definition.duplicates()) {
                        case FAIL, FOLD -> same;
                        case FIRST -> same.subList(0, 1);
                        case LAST -> same.subList(same.size() - 1, same.size());
                    };
            Status status = statement.apply(counting.stream().map(rows::get).toList());
            counting.forEach(i -> statuses[i] = status);
        });
    }

    private void refuseNullKeys() {
        if (!definition.notDistinct() && rows.stream().anyMatch(row -> key(row).contains(null))) {
            throw new Refused("InvalidRowException");
        }
    }

    private Status update(List<Row> sameKey) {
        List<Integer> found = found(sameKey.get(0)).stream()
                .filter(i -> isWhere(table.get(i)))
                .toList();
        return found.isEmpty() ? Status.NOT_FOUND : change(found, sameKey);
    }

    private Status delete(List<Row> sameKey) {
        List<Row> gone = found(sameKey.get(0)).stream()
                .map(table::get)
                .filter(this::isWhere)
                .toList();
        // By identity: the table may have the same row twice.
        table.removeIf(row -> gone.stream().anyMatch(other -> other == row));
        written += gone.size();
        return gone.isEmpty() ? Status.NOT_FOUND : Status.DELETED;
    }

    private Status upsert(List<Row> sameKey) {
        List<Integer> found = found(sameKey.get(0));
        if (found.isEmpty()) {
            table.add(afterAll(created(sameKey.get(0)), sameKey.subList(1, sameKey.size())));
            written++;
            return Status.INSERTED;
        }
        List<Integer> changing =
                found.stream().filter(i -> isWhere(table.get(i))).toList();
        return definition.changesExistingRows() ? change(changing, sameKey) : Status.UNCHANGED;
    }

    private Status change(List<Integer> found, List<Row> sameKey) {
        Status status = Status.UNCHANGED;
        for (int i : found) {
            Row old = table.get(i);
            Row changed = afterAll(old, sameKey);
            boolean differs = !changed.comparable(definition.compared()).equals(old.comparable(definition.compared()));
            if (differs || !definition.skipsUnchanged()) {
                table.set(i, differs && definition.sets(When.WHEN_CHANGED) ? counted(changed) : changed);
                written++;
                status = Status.UPDATED;
            }
        }
        return status;
    }

    private Row afterAll(Row existing, List<Row> incoming) {
        Row result = existing;
        for (Row row : incoming) {
            for (Setting set : definition.sets()) {
                if (set.isOfExistingRows() && !definition.doNothing()) {
                    result = result.with(set.column(), value(set, result.get(set.column()), row));
                }
            }
        }
        return result;
    }

    private Row created(Row row) {
        Row result = Row.DEFAULTS;
        for (String key : definition.keys()) {
            result = result.with(key, row.get(key));
        }
        for (Setting set : definition.sets()) {
            if (set.when() == When.WHEN_CHANGED) {
                result = counted(result.with(set.column(), null));
            } else if (set.isOfNewRows() && !(set.when() == When.OR_DEFAULT && row.get(set.column()) == null)) {
                result = result.with(set.column(), value(set, null, row));
            }
        }
        return result;
    }

    private static @Nullable Object value(Setting set, @Nullable Object current, Row row) {
        return set.function().apply(current, row.get(set.function().from(set.column())));
    }

    private static Row counted(Row row) {
        return row.with("w", row.get("w") instanceof Integer count ? count + 1 : 1);
    }

    private Status insert(Row row) {
        boolean conflicts = definition.hasUniqueKey() && !found(row).isEmpty();
        if (conflicts && !definition.doNothing()) {
            throw new Refused(UNIQUE_VIOLATION);
        } else if (conflicts) {
            return Status.CONFLICT;
        }
        table.add(created(row));
        written++;
        return Status.INSERTED;
    }

    /** Given is what is equal by the operator, also where the index holds nulls distinct. */
    private void remove() {
        if (definition.scope() == Definition.Scope.ALL_KEEPING) {
            return;
        }
        List<Row> missing = table.stream()
                .filter(row -> isInScope(row) && rows.stream().noneMatch(given -> key(row).equals(key(given))))
                .toList();
        if (rows.isEmpty() && !missing.isEmpty()) {
            throw new Refused("SyncRefusedException");
        }
        table.removeIf(row -> missing.stream().anyMatch(other -> other == row));
        written += missing.size();
    }

    private Status syncOne(List<Row> sameKey) {
        if (found(sameKey.get(0)).stream().anyMatch(i -> !isInScope(table.get(i)))) {
            return Status.OUT_OF_SCOPE;
        }
        Status status = upsert(sameKey);
        // A new row is the last.
        boolean leftOutside = status == Status.INSERTED
                ? !isInScope(table.get(table.size() - 1))
                : found(sameKey.get(0)).stream().anyMatch(i -> !isInScope(table.get(i)));
        if (status.isWritten() && leftOutside) {
            throw new Refused("IllegalStateException");
        }
        return status;
    }

    private boolean isInScope(Row row) {
        return switch (definition.scope()) {
            case POSITIVE_A_DELETING -> isPositive(row.get("a"));
            case POSITIVE_N_DELETING -> isPositive(row.get("n"));
            default -> true;
        };
    }

    private boolean isWhere(Row row) {
        return !definition.where() || isPositive(row.get("n"));
    }

    private static boolean isPositive(@Nullable Object value) {
        return value instanceof Integer number && number > 0;
    }

    private List<Integer> found(Row incoming) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < table.size(); i++) {
            if (matches(table.get(i), incoming)) {
                found.add(i);
            }
        }
        return found;
    }

    private boolean matches(Row row, Row incoming) {
        boolean hasNull = key(incoming).stream().anyMatch(Objects::isNull);
        return key(row).equals(key(incoming)) && (!hasNull || nullsAreEqual());
    }

    /** Of what a unique index decides, its own idea of nulls counts. */
    private boolean nullsAreEqual() {
        return switch (definition.kind()) {
            case UPDATE, DELETE -> definition.notDistinct();
            case UPSERT, SYNC ->
                definition.hasUniqueKey() ? definition.nullsAreEqualInTable() : definition.notDistinct();
            case INSERT -> definition.nullsAreEqualInTable();
        };
    }

    private List<@Nullable Object> key(Row row) {
        return row.comparable(definition.keys());
    }
}
