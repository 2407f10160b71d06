// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.docs.recipes.softdelete;

import static io.bulkdsl.BulkDSL.bulkSync;
import static io.bulkdsl.BulkDSL.bulkUpsert;
import static io.bulkdsl.Functions.now;
import static io.bulkdsl.docs.db.Tables.EMPLOYEE;
import static org.jooq.impl.DSL.trueCondition;

import io.bulkdsl.BulkSync;
import io.bulkdsl.docs.db.tables.records.EmployeeRecord;

/** Who works here, after the directory; who isn't in it any more is marked. */
final class Staff {

    // spotless:off
    static final BulkSync<EmployeeRecord, Person> DIRECTORY = bulkSync(
                    bulkUpsert(EMPLOYEE, Person.class)
                            .key(EMPLOYEE.NUMBER).from(Person::number)
                            .set(EMPLOYEE.NAME).from(Person::name)
                            .onlyChanged())
            .scope(trueCondition())
            .softDeleteMissing(EMPLOYEE.LEFT_AT, now())
            .refuseToRemoveMoreThanPercent(50);
    // spotless:on

    private Staff() {}
}
