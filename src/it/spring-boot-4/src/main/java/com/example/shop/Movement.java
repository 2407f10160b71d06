// SPDX-License-Identifier: Apache-2.0
package com.example.shop;

/** Copies that come into the stock, or leave it. */
record Movement(String sku, int copies) {}
