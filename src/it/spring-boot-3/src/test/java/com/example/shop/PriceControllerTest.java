// SPDX-License-Identifier: Apache-2.0
package com.example.shop;

import static com.example.shop.db.Tables.PRICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.MediaType.APPLICATION_JSON;

import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ShopTest
class PriceControllerTest {

    @Autowired
    DSLContext ctx;

    @Autowired
    MockMvcTester mvc;

    @BeforeEach
    void oneOldPrice() {
        ctx.truncate(PRICE).execute();
        put("""
            [{"sku": "old", "amount": 1.50}]""");
    }

    @Test
    void answersForEachQuote() {
        assertThat(put("""
                [{"sku": "new", "amount": 2.00}, {"sku": "old", "amount": 1.75}]"""))
                .hasStatus(207)
                .bodyJson()
                .isLenientlyEqualTo("""
                        [{"sku": "new", "status": 201}, {"sku": "old", "status": 200}]""");
        assertThat(ctx.fetch(PRICE).getValues(PRICE.AMOUNT, String.class)).containsExactlyInAnyOrder("2.00", "1.75");
    }

    @Test
    void aBadQuoteIsNamedAndNoneIsWritten() {
        assertThat(put("""
                [{"sku": "old", "amount": 1.75}, {"sku": "new", "amount": -1.00}]"""))
                .hasStatus(422)
                .bodyJson()
                .isLenientlyEqualTo("""
                        {"rows": [2], "constraint": "price_amount_positive"}""");
        assertThat(ctx.fetch(PRICE).getValues(PRICE.AMOUNT, String.class)).containsExactly("1.50");
    }

    private MvcTestResult put(String quotes) {
        return mvc.put().uri("/prices").contentType(APPLICATION_JSON).content(quotes).exchange();
    }
}
