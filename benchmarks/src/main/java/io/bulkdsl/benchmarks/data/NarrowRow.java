// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.benchmarks.data;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A row of {@code narrow}, as an application has it; to Hibernate it is an entity. */
@Entity
@Table(schema = "bench", name = "narrow")
public class NarrowRow {

    @Id
    long id;

    int count;
    String name = "";

    protected NarrowRow() {}

    public NarrowRow(long id, long seed, int version) {
        long value = seed * 31 + version * 17L;
        this.id = id;
        this.count = (int) (value % 1_000_000);
        this.name = "name " + value;
    }

    public long id() {
        return id;
    }

    public int count() {
        return count;
    }

    public String name() {
        return name;
    }
}
