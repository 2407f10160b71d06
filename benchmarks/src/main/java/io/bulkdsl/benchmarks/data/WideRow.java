// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.benchmarks.data;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A row of {@code wide}: thirty columns of mixed types, eight of them with nulls. */
@Entity
@Table(schema = "bench", name = "wide")
public class WideRow {

    private static final OffsetDateTime START = OffsetDateTime.of(2010, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    @Id
    long id;

    String sku;
    String title;
    String description;
    String category;

    @Nullable
    String brand;

    @Nullable
    String note;
    // Hibernate's upsert casts to what it takes for the column's type; two decimals, if nothing is said.
    @Column(precision = 12, scale = 2)
    BigDecimal price;

    @Column(precision = 12, scale = 2)
    @Nullable
    BigDecimal cost;

    @Column(precision = 6, scale = 4)
    BigDecimal tax;

    double weight;
    double width;
    double height;

    @Nullable
    Float rating;

    short pages;
    int stock;
    int reserved;
    int ordered;

    @Nullable
    Integer minimum;

    long sold;
    long views;
    boolean active;
    boolean visible;

    @Nullable
    Boolean fragile;

    LocalDate released;

    @Nullable
    LocalDate discontinued;

    @Nullable
    LocalDateTime seen;

    OffsetDateTime created;
    UUID reference;

    @JdbcTypeCode(SqlTypes.JSON)
    String attributes;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected WideRow() {}

    public WideRow(long id, long seed, int version) {
        long value = seed * 31 + version * 17L;
        this.id = id;
        this.sku = "sku-" + value;
        this.title = "title " + value;
        this.description = "a description of the thing with the number " + value;
        this.category = "category " + value % 100;
        this.brand = value % 5 > 0 ? "brand " + value % 1000 : null;
        this.note = value % 4 > 0 ? "noted \"" + value + "\",\tby \\ hand" : null;
        this.price = BigDecimal.valueOf(value % 1_000_000, 2);
        this.cost = value % 7 > 0 ? BigDecimal.valueOf(value % 500_000, 2) : null;
        this.tax = BigDecimal.valueOf(value % 10_000, 4);
        this.weight = value % 8_000 / 8.0;
        this.width = value % 900 / 16.0;
        this.height = value % 700 / 32.0;
        this.rating = value % 3 > 0 ? value % 40 / 8f : null;
        this.pages = (short) (value % 2_000);
        this.stock = (int) (value % 100_000);
        this.reserved = (int) (value % 300);
        this.ordered = (int) (value % 200);
        this.minimum = value % 6 > 0 ? (int) (value % 50) : null;
        this.sold = value * 1_000_003;
        this.views = value * 7;
        this.active = value % 2 == 0;
        this.visible = value % 3 == 0;
        this.fragile = value % 4 > 0 ? value % 8 == 1 : null;
        this.released = LocalDate.of(2000, 1, 1).plusDays(value % 9_000);
        this.discontinued = value % 9 == 0 ? LocalDate.of(2020, 1, 1).plusDays(value % 2_000) : null;
        this.seen = value % 5 > 0 ? LocalDateTime.of(2021, 1, 1, 0, 0).plusSeconds(value % 10_000_000) : null;
        this.created = START.plusSeconds(value % 300_000_000);
        this.reference = new UUID(0x4000L, 0x8000_0000_0000_0000L | value);
        this.attributes = "{\"colour\": \"c%d\", \"size\": %d}".formatted(value % 64, value % 12);
    }
}
