// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.bulkdsl.example.db.enums.GeneralCategory;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class UnicodeCharacterTest {
    private static final List<UnicodeCharacter> ALL = UnicodeCharacter.all();

    @Test
    void isWhatTheJdkSays() {
        assertThat(ALL)
                .contains(
                        new UnicodeCharacter(
                                0xE9,
                                "LATIN SMALL LETTER E WITH ACUTE",
                                "Latin",
                                "Latin 1 supplement",
                                GeneralCategory.Ll),
                        new UnicodeCharacter(
                                0x10300, "OLD ITALIC LETTER A", "Old italic", "Old italic", GeneralCategory.Lo),
                        new UnicodeCharacter(0, "NULL", "Common", "Basic latin", GeneralCategory.Cc));
    }

    @Test
    void isAssignedAndForEveryone() {
        assertThat(ALL).hasSizeGreaterThan(140_000).allSatisfy(character -> {
            assertThat(Character.isDefined(character.code())).isTrue();
            assertThat(character.name()).isNotNull();
        });
        assertThat(ALL).extracting(UnicodeCharacter::code).doesNotContain(0xD800, 0xE000, 0xFFFE, 0x10FFFD);
    }

    @Test
    void isOfEveryCategory() {
        assertThat(ALL.stream().map(UnicodeCharacter::category).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(GeneralCategory.values());
    }
}
