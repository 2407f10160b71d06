// SPDX-License-Identifier: Apache-2.0
package com.example.shop;

import java.math.BigDecimal;

record Quote(String sku, BigDecimal amount) {}
