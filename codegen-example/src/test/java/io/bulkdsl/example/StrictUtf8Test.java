// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.example;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrictUtf8Test {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 65_533, 65_534, 65_535, 65_536, 65_537, 131_070, 131_071})
    void readsCharactersOfAllLengthsAcrossItsBuffers(int before) throws IOException {
        String text = "x".repeat(before) + "aä€😀😀€äa".repeat(10);
        StringBuilder read = new StringBuilder();

        long bytes = StrictUtf8.read(new ByteArrayInputStream(text.getBytes(UTF_8)), read::appendCodePoint);

        assertThat(read.toString()).isEqualTo(text);
        assertThat(bytes).isEqualTo(text.getBytes(UTF_8).length);
    }

    @ParameterizedTest
    @CsvSource({
        "FF, FF, 0", // in no character
        "61 80, 80, 1", // a continuation of nothing
        "61 62 C3 28, C3, 2", // cut short by another character
        "C0 AF, C0, 0", // longer than needed
        "61 ED A0 80, ED A0 80, 1", // half a surrogate pair
        "F5 80 80 80, F5, 0", // beyond Unicode
        "61 E2 82, E2 82, 1", // cut short by the end
    })
    void namesTheBadSequenceAndItsOffset(String bytes, String bad, int offset) {
        byte[] text = HexFormat.ofDelimiter(" ").parseHex(bytes);

        assertThatThrownBy(() -> StrictUtf8.read(new ByteArrayInputStream(text), codePoint -> {}))
                .isInstanceOf(NotUtf8.class)
                .hasMessage("not UTF-8: bad sequence %s at byte offset %d; convert it to UTF-8 first", bad, offset);
    }

    @Test
    void countsTheOffsetFromTheStartOfTheText() {
        byte[] text = ("ä".repeat(100_000) + "x").getBytes(UTF_8);
        text[200_000] = (byte) 0xFF;

        assertThatThrownBy(() -> StrictUtf8.read(new ByteArrayInputStream(text), codePoint -> {}))
                .hasMessageContaining("at byte offset 200000;");
    }
}
