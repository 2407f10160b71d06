// SPDX-License-Identifier: Apache-2.0
package com.example.shop;

import io.bulkdsl.contract.BulkException;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PriceController {

    record Answer(String sku, int status) {}

    private final Prices prices;

    PriceController(Prices prices) {
        this.prices = prices;
    }

    /** An answer for each quote, in their order: 201 where the price is new, else 200. */
    @PutMapping("/prices")
    @ResponseStatus(HttpStatus.MULTI_STATUS)
    List<Answer> put(@RequestBody List<Quote> quotes) {
        return prices.put(quotes).stream()
                .map(outcome -> new Answer(outcome.element().sku(), outcome.created() ? 201 : 200))
                .toList();
    }

    /** None was written; the first bad quote is told by its place, counted from 1. */
    @ExceptionHandler
    ProblemDetail refused(BulkException e) {
        if (!e.failure().error().isAboutData()) {
            throw e;
        }
        ProblemDetail problem = ProblemDetail.forStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        problem.setProperty("rows", e.failure().rowNumbers());
        e.failure().error().constraint().ifPresent(name -> problem.setProperty("constraint", name));
        return problem;
    }
}
