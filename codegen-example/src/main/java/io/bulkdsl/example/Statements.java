// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.example;

import static io.bulkdsl.BulkDSL.bulkUpdate;
import static io.bulkdsl.BulkDSL.bulkUpsert;
import static io.bulkdsl.Functions.concat;
import static io.bulkdsl.Functions.expr;
import static io.bulkdsl.Functions.greatest;
import static io.bulkdsl.Functions.ifNull;
import static io.bulkdsl.Functions.incr;
import static io.bulkdsl.Functions.now;
import static io.bulkdsl.Functions.union;
import static io.bulkdsl.Operators.ge;
import static io.bulkdsl.Operators.lt;
import static io.bulkdsl.contract.Duplicates.FIRST;
import static io.bulkdsl.contract.Duplicates.FOLD;
import static io.bulkdsl.contract.Duplicates.LAST;
import static io.bulkdsl.example.db.Tables.BLOCK;
import static io.bulkdsl.example.db.Tables.CATEGORY;
import static io.bulkdsl.example.db.Tables.CODE_POINT;
import static io.bulkdsl.example.db.Tables.SCRIPT;
import static io.bulkdsl.example.db.Tables.TEXT;
import static io.bulkdsl.example.db.Tables.TEXT_CHARACTER;
import static io.bulkdsl.example.db.Tables.TEXT_FILE;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.currentOffsetDateTime;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.BulkUpdateOfRecords;
import io.bulkdsl.BulkUpsert;
import io.bulkdsl.Returning;
import io.bulkdsl.example.db.enums.GeneralCategory;
import io.bulkdsl.example.db.tables.records.BlockRecord;
import io.bulkdsl.example.db.tables.records.CategoryRecord;
import io.bulkdsl.example.db.tables.records.CodePointRecord;
import io.bulkdsl.example.db.tables.records.ScriptRecord;
import io.bulkdsl.example.db.tables.records.TextCharacterRecord;
import io.bulkdsl.example.db.tables.records.TextFileRecord;
import io.bulkdsl.example.db.tables.records.TextRecord;
import java.util.List;
import org.jooq.Record4;

/** The bulk statements of this example. Each is checked once, when this class loads, and takes rows ever after. */
final class Statements {

    // spotless:off
    /** A text that is there already is not written again; what became of it is told all the same. */
    static final BulkUpsert<TextRecord, ReadText> KEEP_TEXTS = bulkUpsert(TEXT, ReadText.class)
            .key(TEXT.SHA256).from(ReadText::sha256)
            .set(TEXT.CHARACTERS).from(ReadText::characters)
            .set(TEXT.LINES).from(ReadText::lines)
            .set(TEXT.BYTES).from(ReadText::bytes)
            .duplicates(FIRST)
            .onlyChanged();

    /** The row of a file is written when it holds another text than before, and the time only then. */
    static final BulkUpsert<TextFileRecord, ReadText> KEEP_FILES = bulkUpsert(TEXT_FILE, ReadText.class)
            .key(TEXT_FILE.NAME).from(ReadText::name)
            .set(TEXT_FILE.SHA256).from(ReadText::sha256)
            .setWhenChanged(TEXT_FILE.UPDATED_AT, now())
            .duplicates(LAST)
            .onlyChanged();

    /** A key may have several columns. */
    static final BulkUpsert<TextCharacterRecord, TextCharacter> KEEP_CHARACTERS =
            bulkUpsert(TEXT_CHARACTER, TextCharacter.class)
                    .key(TEXT_CHARACTER.SHA256).from(TextCharacter::sha256)
                    .key(TEXT_CHARACTER.CODE).from(TextCharacter::code)
                    .set(TEXT_CHARACTER.TIMES).from(TextCharacter::times)
                    .onlyChanged();

    /** Each column changes in its own way, and each row by its own values. */
    static final BulkUpdate<CodePointRecord, Use> COUNT = bulkUpdate(CODE_POINT, Use.class)
            .key(CODE_POINT.CODE).from(Use::code)
            .set(CODE_POINT.USES, incr()).from(Use::times)
            .set(CODE_POINT.MOST_IN_ONE_FILE, greatest()).from(Use::mostInOneFile)
            .set(CODE_POINT.FIRST_FILE, ifNull()).from(Use::firstFile)
            .set(CODE_POINT.FILES, union()).from(Use::files)
            .set(CODE_POINT.FIRST_SEEN, expr(seen -> coalesce(seen, currentOffsetDateTime())))
            .set(CODE_POINT.LAST_SEEN, now());

    /** A key can be a range: UTF-8 writes code points from here to there in so many bytes. */
    static final BulkUpdate<CodePointRecord, Utf8Length> MEASURE = bulkUpdate(CODE_POINT, Utf8Length.class)
            .key(CODE_POINT.CODE, ge()).from(Utf8Length::from)
            .key(CODE_POINT.CODE, lt()).from(Utf8Length::until)
            .set(CODE_POINT.UTF8_BYTES).from(Utf8Length::bytes)
            .where(CODE_POINT.USES.gt(0L).and(CODE_POINT.UTF8_BYTES.isNull()));

    /** Many rows for the same script fold into one: their numbers add up. */
    static final BulkUpdate<ScriptRecord, Met> COUNT_SCRIPTS = bulkUpdate(SCRIPT, Met.class)
            .key(SCRIPT.NAME).from(Met::script)
            .set(SCRIPT.USED, incr()).from(Met::newlyUsed)
            .set(SCRIPT.USES, incr()).from(Met::times)
            .set(SCRIPT.LAST_SEEN, now())
            .duplicates(FOLD);

    /** Text folds too: the characters of a block, one after the other. */
    static final BulkUpdate<BlockRecord, Met> COUNT_BLOCKS = bulkUpdate(BLOCK, Met.class)
            .key(BLOCK.NAME).from(Met::block)
            .set(BLOCK.USED, incr()).from(Met::newlyUsed)
            .set(BLOCK.USES, incr()).from(Met::times)
            .set(BLOCK.CHARACTERS, concat()).from(Met::newCharacter)
            .duplicates(FOLD);

    /** jOOQ's own records need no getters. */
    static final BulkUpdateOfRecords<CategoryRecord> COUNT_CATEGORIES = bulkUpdate(CATEGORY)
            .keys(CATEGORY.CODE)
            .set(CATEGORY.USED, incr())
            .set(CATEGORY.USES, incr())
            .duplicates(FOLD);

    // spotless:on

    /** Counts, and asks for what is needed to go on: each answer comes with the row it belongs to. */
    static Returning<Use, Record4<String, String, GeneralCategory, Long>> countReturning(List<Use> uses) {
        return COUNT.rows(uses).returning(CODE_POINT.SCRIPT, CODE_POINT.BLOCK, CODE_POINT.CATEGORY, CODE_POINT.USES);
    }

    private Statements() {}
}
