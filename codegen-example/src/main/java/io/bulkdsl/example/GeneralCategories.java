// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.example;

import static java.util.Map.entry;

import io.bulkdsl.example.db.enums.GeneralCategory;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The JDK's numbers for Unicode's general categories, as the schema's. Surrogates and private use have none. */
final class GeneralCategories {
    private static final Map<Byte, GeneralCategory> OF_TYPE = Map.ofEntries(
            entry(Character.UPPERCASE_LETTER, GeneralCategory.Lu),
            entry(Character.LOWERCASE_LETTER, GeneralCategory.Ll),
            entry(Character.TITLECASE_LETTER, GeneralCategory.Lt),
            entry(Character.MODIFIER_LETTER, GeneralCategory.Lm),
            entry(Character.OTHER_LETTER, GeneralCategory.Lo),
            entry(Character.NON_SPACING_MARK, GeneralCategory.Mn),
            entry(Character.COMBINING_SPACING_MARK, GeneralCategory.Mc),
            entry(Character.ENCLOSING_MARK, GeneralCategory.Me),
            entry(Character.DECIMAL_DIGIT_NUMBER, GeneralCategory.Nd),
            entry(Character.LETTER_NUMBER, GeneralCategory.Nl),
            entry(Character.OTHER_NUMBER, GeneralCategory.No),
            entry(Character.CONNECTOR_PUNCTUATION, GeneralCategory.Pc),
            entry(Character.DASH_PUNCTUATION, GeneralCategory.Pd),
            entry(Character.START_PUNCTUATION, GeneralCategory.Ps),
            entry(Character.END_PUNCTUATION, GeneralCategory.Pe),
            entry(Character.INITIAL_QUOTE_PUNCTUATION, GeneralCategory.Pi),
            entry(Character.FINAL_QUOTE_PUNCTUATION, GeneralCategory.Pf),
            entry(Character.OTHER_PUNCTUATION, GeneralCategory.Po),
            entry(Character.MATH_SYMBOL, GeneralCategory.Sm),
            entry(Character.CURRENCY_SYMBOL, GeneralCategory.Sc),
            entry(Character.MODIFIER_SYMBOL, GeneralCategory.Sk),
            entry(Character.OTHER_SYMBOL, GeneralCategory.So),
            entry(Character.SPACE_SEPARATOR, GeneralCategory.Zs),
            entry(Character.LINE_SEPARATOR, GeneralCategory.Zl),
            entry(Character.PARAGRAPH_SEPARATOR, GeneralCategory.Zp),
            entry(Character.CONTROL, GeneralCategory.Cc),
            entry(Character.FORMAT, GeneralCategory.Cf));

    private GeneralCategories() {}

    static @Nullable GeneralCategory of(int codePoint) {
        return OF_TYPE.get((byte) Character.getType(codePoint));
    }
}
