// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.example;

import static io.bulkdsl.example.db.Tables.BLOCK;
import static io.bulkdsl.example.db.Tables.CATEGORY;
import static io.bulkdsl.example.db.Tables.CODE_POINT;
import static io.bulkdsl.example.db.Tables.SCRIPT;
import static io.bulkdsl.example.db.Tables.TEXT;
import static io.bulkdsl.example.db.Tables.TEXT_CHARACTER;
import static io.bulkdsl.example.db.Tables.TEXT_FILE;
import static org.assertj.core.api.Assertions.assertThat;

import io.bulkdsl.example.db.tables.records.CodePointRecord;
import io.bulkdsl.testkit.TestDatabase;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A database that keeps the code points; what they count is taken back before each test. */
final class CodePointDatabase implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {

    private final TestDatabase database = TestDatabase.create();

    DSLContext ctx() {
        return database.dsl();
    }

    Run run(String... args) {
        return Run.on(database, args);
    }

    Run runWithInput(String standardInput, String... args) {
        return Run.onWithInput(database, standardInput, args);
    }

    Map<Integer, Long> uses() {
        return ctx().selectFrom(CODE_POINT).where(CODE_POINT.USES.gt(0L)).fetchMap(CODE_POINT.CODE, CODE_POINT.USES);
    }

    @Override
    public void beforeAll(ExtensionContext tests) {
        Run run = runWithInput("a", "-");
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains(" code points loaded\n");
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        ctx().truncate(TEXT_FILE, TEXT_CHARACTER, TEXT).execute();
        CodePointRecord unused = new CodePointRecord().setUses(0L).setFiles(new String[0]);
        unused.setFirstFile(null)
                .setFirstSeen(null)
                .setLastSeen(null)
                .setMostInOneFile(null)
                .setUtf8Bytes(null);
        ctx().update(CODE_POINT).set(unused).where(CODE_POINT.USES.gt(0L)).execute();
        ctx().update(SCRIPT).set(SCRIPT.USES, 0L).set(SCRIPT.USED, 0).execute();
        ctx().update(BLOCK)
                .set(BLOCK.USES, 0L)
                .set(BLOCK.USED, 0)
                .setNull(BLOCK.CHARACTERS)
                .execute();
        ctx().update(CATEGORY).set(CATEGORY.USES, 0L).set(CATEGORY.USED, 0).execute();
    }

    @Override
    public void afterAll(ExtensionContext tests) {
        database.close();
    }
}
