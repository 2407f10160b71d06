// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.proofs;

import org.jooq.EnumType;
import org.jooq.Schema;
import org.jooq.impl.DSL;

/** An enum type whose schema, name and labels attack. */
enum HostileEnum implements EnumType {
    CLOSES_THE_LITERAL("'); drop table counter; --"),
    CLOSES_THE_NAME("\"; drop table counter; --"),
    CLOSES_AN_ARRAY("\",\"}'); drop table counter; --"),
    ENDS_WITH_A_BACKSLASH("\\"),
    IS_A_PLACEHOLDER("? {0} $1 :name"),
    IS_NULL("NULL"),
    ENDS_A_COPY("\\."),
    IS_EMPTY(""),
    IS_LONG("😀3456789012345678901234567890123456789012345678901234567890a");

    static final String SCHEMA = "s'\"; drop table counter; --";
    static final String NAME = "e'\"\\{0} ?; drop table counter; --";

    private final String label;

    HostileEnum(String label) {
        this.label = label;
    }

    @Override
    public String getLiteral() {
        return label;
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public Schema getSchema() {
        return DSL.schema(DSL.name(SCHEMA));
    }
}
