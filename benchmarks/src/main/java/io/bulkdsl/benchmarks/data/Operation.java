// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.benchmarks.data;

import java.util.Locale;

/** What is done to a table: which rows come in, and what the table holds afterwards. */
public enum Operation {
    /** Every second row of the table gets new values. */
    UPDATE,
    /** Rows that the table doesn't hold yet. */
    UPSERT_0,
    /** Half of the rows exist. */
    UPSERT_50,
    /** All rows exist. */
    UPSERT_100,
    INSERT,
    /** The key is generated, and handed back for each row. */
    INSERT_KEYS,
    DELETE,
    /** Of the rows that come in 95 % are as the table has them. */
    UPDATE_5_CHANGED,
    /** Rows are found by two columns. */
    PDNF;

    /** As on the command line and in the figures: {@code upsert-50}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public boolean updates() {
        return this == UPDATE || this == UPDATE_5_CHANGED;
    }

    public boolean upserts() {
        return this == UPSERT_0 || this == UPSERT_50 || this == UPSERT_100;
    }

    /** Which row of the table the incoming row is, {@code number} from 1 to {@code incoming}. */
    long id(long number, long incoming, long tableRows) {
        return switch (this) {
            case UPDATE, UPSERT_100, DELETE, UPDATE_5_CHANGED -> 2 * number;
            case UPSERT_50 -> number <= incoming / 2 ? 2 * number : tableRows + number;
            case UPSERT_0, INSERT, INSERT_KEYS -> tableRows + number;
            case PDNF -> 10 * number;
        };
    }

    /** The same as SQL over {@code number}. */
    public String idSql(long incoming, long tableRows) {
        return switch (this) {
            case UPDATE, UPSERT_100, DELETE, UPDATE_5_CHANGED -> "2 * number";
            case UPSERT_50 ->
                "case when number <= %d / 2 then 2 * number else %d + number end".formatted(incoming, tableRows);
            case UPSERT_0, INSERT, INSERT_KEYS -> "%d + number".formatted(tableRows);
            case PDNF -> "10 * number";
        };
    }

    /** The table holds version 0; a row of version 1 differs from it. */
    int version(long number) {
        return switch (this) {
            case UPDATE_5_CHANGED -> number % 20 == 0 ? 1 : 0;
            case DELETE, PDNF -> 0;
            default -> 1;
        };
    }

    public String versionSql() {
        return switch (this) {
            case UPDATE_5_CHANGED -> "case when number % 20 = 0 then 1 else 0 end";
            case DELETE, PDNF -> "0";
            default -> "1";
        };
    }

    /** Rows that are updated come in any order, rows that are inserted in that of their keys. */
    public boolean shuffled() {
        return this != INSERT && this != INSERT_KEYS;
    }
}
