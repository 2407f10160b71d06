// SPDX-License-Identifier: Apache-2.0
package com.example.shop;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class StockController {

    record Answer(String sku, int status) {}

    private final Stock stock;

    StockController(Stock stock) {
        this.stock = stock;
    }

    @PostMapping("/stock/received")
    @ResponseStatus(HttpStatus.MULTI_STATUS)
    List<Answer> receive(@RequestBody List<Movement> received) {
        return stock.receive(received).stream()
                .map(outcome -> new Answer(outcome.element().sku(), outcome.created() ? 201 : 200))
                .toList();
    }
}
