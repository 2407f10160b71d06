// SPDX-License-Identifier: Apache-2.0
package com.example.shop;

record Delivery(String isbn, int copies) {}
