// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.example;

import static io.bulkdsl.BulkDSL.pdnf;
import static io.bulkdsl.Operators.between;
import static io.bulkdsl.Operators.in;
import static io.bulkdsl.example.db.Tables.CODE_POINT;
import static io.bulkdsl.example.db.enums.GeneralCategory.*;

import io.bulkdsl.Pdnf;
import io.bulkdsl.contract.Bounds;
import io.bulkdsl.example.db.enums.GeneralCategory;
import java.util.List;
import java.util.Set;

/** The {@code pdnf} queries of this example: {@code rows(…)} makes an ordinary jOOQ condition of each. */
final class Questions {

    // spotless:off
    static final Pdnf<Wanted> OF_SCRIPT_AND_CATEGORY = pdnf(Wanted.class)
            .key(CODE_POINT.SCRIPT).from(Wanted::script)
            .key(CODE_POINT.CATEGORY, in()).from(Wanted::categories);

    static final Pdnf<LookAlikes> AMONG_LOOK_ALIKES = pdnf(LookAlikes.class)
            .key(CODE_POINT.CODE, in()).from(LookAlikes::codes);

    static final Pdnf<Rarity> RARELY_USED = pdnf(Rarity.class)
            .key(CODE_POINT.CATEGORY, in()).from(Rarity::categories)
            .key(CODE_POINT.USES, between()).from(Rarity::uses);
    // spotless:on

    record Wanted(String script, Set<GeneralCategory> categories) {}

    static final List<Wanted> LETTERS_AND_SIGNS = List.of(
            new Wanted("Latin", Set.of(Lu, Ll)),
            new Wanted("Greek", Set.of(Lu, Ll)),
            new Wanted("Cyrillic", Set.of(Lu, Ll)),
            new Wanted("Han", Set.of(Lo)),
            new Wanted("Common", Set.of(Sc, Sm, So)));

    record Rarity(Set<GeneralCategory> categories, Bounds<Long> uses) {}

    static final List<Rarity> RARE = List.of(
            new Rarity(Set.of(Lu, Ll, Lt, Lm, Lo), Bounds.of(1L, 10L)),
            new Rarity(Set.of(Pc, Pd, Ps, Pe, Pi, Pf, Po, Sm, Sc, Sk, So), Bounds.of(1L, 5L)));

    private Questions() {}
}
