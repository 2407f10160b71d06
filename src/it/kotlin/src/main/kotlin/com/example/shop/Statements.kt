// SPDX-License-Identifier: Apache-2.0
package com.example.shop

import com.example.shop.db.tables.records.BookRecord
import com.example.shop.db.tables.records.PriceRecord
import com.example.shop.db.tables.references.BOOK
import com.example.shop.db.tables.references.PRICE
import io.bulkdsl.BulkDSL.bulkUpdate
import io.bulkdsl.BulkDSL.bulkUpsert
import io.bulkdsl.BulkDSL.pdnf
import io.bulkdsl.BulkUpdate
import io.bulkdsl.BulkUpsert
import io.bulkdsl.Functions.incr
import io.bulkdsl.Functions.now
import io.bulkdsl.Operators.ge
import io.bulkdsl.Operators.`in` as oneOf
import java.math.BigDecimal
import org.jooq.Condition

data class Delivery(val isbn: String, val copies: Int)

val RESTOCK: BulkUpdate<BookRecord, Delivery> =
    bulkUpdate(BOOK, Delivery::class.java)
        .key(BOOK.ISBN).from(Delivery::isbn)
        .set(BOOK.STOCK, incr()).from(Delivery::copies)
        .set(BOOK.RESTOCKED_AT, now())

data class Quote(val sku: String, val amount: BigDecimal, val note: String? = null)

val QUOTE: BulkUpsert<PriceRecord, Quote> =
    bulkUpsert(PRICE, Quote::class.java)
        .key(PRICE.SKU).from(Quote::sku)
        .set(PRICE.AMOUNT).from(Quote::amount)
        .set(PRICE.NOTE).from { it.note?.trim() }
        .setOnInsert(PRICE.FIRST_SEEN, now())
        .onlyChanged()

data class Wish(val titles: List<String>, val copies: Int)

fun booksFor(wishes: Iterable<Wish>): Condition =
    pdnf(Wish::class.java)
        .key(BOOK.TITLE, oneOf()).from(Wish::titles)
        .key(BOOK.STOCK, ge()).from(Wish::copies)
        .rows(wishes)
