// SPDX-License-Identifier: Apache-2.0
package com.example.shop;

import static com.example.shop.Statements.RESTOCK;
import static com.example.shop.db.Tables.BOOK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.contract.Progress;
import io.bulkdsl.contract.RowSource;
import io.bulkdsl.progressbar.BulkProgressBar;
import io.bulkdsl.testkit.PostgresTest;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

@PostgresTest(migrations = "classpath:db/migration")
class ModulesTest {

    private static final Module SHOP = Statements.class.getModule();
    private static final Module BULK_DSL = BulkUpdate.class.getModule();

    @Test
    void allAreNamedModules() {
        assertEquals("com.example.shop", SHOP.getName());
        assertEquals("io.bulkdsl", BULK_DSL.getName());
        assertEquals("io.bulkdsl.progressbar", BulkProgressBar.class.getModule().getName());
        assertEquals("org.jooq", DSLContext.class.getModule().getName());
        assertEquals("org.postgresql.jdbc", PGConnection.class.getModule().getName());
    }

    @Test
    void internalsAreNotExported() {
        assertTrue(BULK_DSL.isExported("io.bulkdsl.contract", SHOP));
        assertFalse(BULK_DSL.isExported("io.bulkdsl.internal.execute", SHOP));
    }

    @Test
    void rowsAreCopied(DSLContext ctx) {
        ctx.insertInto(BOOK, BOOK.ISBN, BOOK.TITLE).values("978-0", "Emma").execute();

        int updated = RESTOCK.rows(new Delivery("978-0", 10)).via(RowSource.COPY).execute(ctx);

        assertEquals(1, updated);
        assertEquals(10, ctx.fetchOne(BOOK).getStock());
    }

    @Test
    void progressIsShown(DSLContext ctx) {
        try (BulkProgressBar bar = BulkProgressBar.of("restock", 2)) {
            Progress progress = RESTOCK.rows(new Delivery("978-0", 10), new Delivery("978-1", 20))
                    .batchSize(1)
                    .onProgress(bar)
                    .execute(ctx);

            assertEquals(2, progress.batches());
        }
    }
}
