// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.example;

import io.bulkdsl.Returned;
import io.bulkdsl.example.db.enums.GeneralCategory;
import io.bulkdsl.example.db.tables.records.CategoryRecord;
import org.jooq.Record4;
import org.jspecify.annotations.Nullable;

/** A code point that was counted just now, for the roll-ups; {@code isNew} if no text used it before. */
record Met(int code, String script, String block, GeneralCategory category, long times, boolean isNew) {

    static Met of(Returned<Use, Record4<String, String, GeneralCategory, Long>> row) {
        Use use = row.element();
        boolean isNew = row.record().value4() == use.times();
        return new Met(
                use.code(),
                row.record().value1(),
                row.record().value2(),
                row.record().value3(),
                use.times(),
                isNew);
    }

    int newlyUsed() {
        return isNew ? 1 : 0;
    }

    @Nullable
    String newCharacter() {
        return isNew && Glyph.isVisible(code) ? Character.toString(code) : null;
    }

    CategoryRecord categoryRecord() {
        return new CategoryRecord().setCode(category).setUsed(newlyUsed()).setUses(times);
    }
}
