// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static io.bulkdsl.BulkDSL.bulkInsert;
import static io.bulkdsl.testdb.public_.Tables.MEMBER;

import io.bulkdsl.testdb.public_.tables.records.MemberRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who joins, in the tests of inserts: the database gives each an id. */
final class Members {

    record Person(String name, @Nullable Integer points) {}

    // spotless:off
    static final BulkInsert<MemberRecord, Person> JOIN = bulkInsert(MEMBER, Person.class)
            .set(MEMBER.NAME).from(Person::name)
            .set(MEMBER.POINTS).from(Person::points);
    // spotless:on

    static final List<Person> PEOPLE = List.of(new Person("Emma", 3), new Person("Dune", null));

    private Members() {}
}
