// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.example;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextTableTest {

    @Test
    void alignsNumbersToTheRightAndTextToTheLeft() {
        TextTable table =
                new TextTable("name", "uses", "").row("a", 1_234_567, "x").row("😀 smile", 8L, "y");

        assertThat(table.toString().lines())
                .containsExactly("name          uses", "a        1,234,567  x", "😀 smile          8  y");
    }

    @Test
    void isEmptyWithoutRows() {
        assertThat(new TextTable("name").isEmpty()).isTrue();
        assertThat(new TextTable("name").row("a").isEmpty()).isFalse();
    }
}
