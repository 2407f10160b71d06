// SPDX-License-Identifier: Apache-2.0
package com.example.shop

import com.example.shop.db.tables.references.BOOK
import io.bulkdsl.contract.RowSource
import io.bulkdsl.contract.Status.INSERTED
import io.bulkdsl.contract.Status.UNCHANGED
import io.bulkdsl.contract.Status.UPDATED
import io.bulkdsl.testkit.PostgresTest
import org.jooq.DSLContext
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.BeforeEach
import org.junit.jupiter.api.Test

@PostgresTest(migrations = ["classpath:db/migration"])
class StatementsTest(private val ctx: DSLContext) {

    @BeforeEach
    fun books() {
        ctx.insertInto(BOOK, BOOK.ISBN, BOOK.TITLE, BOOK.STOCK)
            .values("978-0", "Emma", 1)
            .values("978-1", "Dubliners", 2)
            .execute()
    }

    @Test
    fun `a delivery adds copies`() {
        val deliveries = sequenceOf("978-0" to 10, "978-1" to 20).map { (isbn, copies) -> Delivery(isbn, copies) }

        val updated = RESTOCK.rows(deliveries.iterator()).via(RowSource.COPY).execute(ctx)

        assertEquals(2, updated)
        assertEquals(mapOf("978-0" to 11, "978-1" to 22), ctx.selectFrom(BOOK).fetchMap(BOOK.ISBN, BOOK.STOCK))
    }

    @Test
    fun `an upsert tells what became of each row`() {
        val pen = Quote("pen", "1.50".toBigDecimal(), note = "blue")
        val ink = Quote("ink", "7.00".toBigDecimal())
        QUOTE.rows(pen, ink).execute(ctx)

        val outcomes = QUOTE
            .rows(pen, ink.copy(amount = "8.00".toBigDecimal()), Quote("nib", "1.00".toBigDecimal()))
            .fetchOutcomes(ctx)

        assertEquals(
            listOf("pen" to UNCHANGED, "ink" to UPDATED, "nib" to INSERTED),
            outcomes.map { it.element.sku to it.status },
        )
    }

    @Test
    fun `a wish is for one of several titles`() {
        val wishes = listOf(Wish(listOf("Emma", "Persuasion"), 1), Wish(listOf("Dubliners"), 3))

        assertEquals(listOf("978-0"), ctx.selectFrom(BOOK).where(booksFor(wishes)).fetch(BOOK.ISBN))
    }
}
