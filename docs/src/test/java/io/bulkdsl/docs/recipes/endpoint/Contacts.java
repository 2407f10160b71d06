// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.docs.recipes.endpoint;

import static io.bulkdsl.BulkDSL.bulkUpsert;
import static io.bulkdsl.docs.db.Tables.CONTACT;

import io.bulkdsl.BulkUpsert;
import io.bulkdsl.contract.BulkException;
import io.bulkdsl.contract.InvalidRowException;
import io.bulkdsl.contract.Status;
import io.bulkdsl.docs.db.tables.records.ContactRecord;
import java.util.Collections;
import java.util.List;
import org.jooq.DSLContext;

/** Takes a list of contacts, and answers each in its place. */
final class Contacts {

    // spotless:off
    static final BulkUpsert<ContactRecord, Contact> CONTACTS = bulkUpsert(CONTACT, Contact.class)
            .key(CONTACT.EMAIL).from(Contact::email)
            .set(CONTACT.NAME).from(Contact::name)
            .set(CONTACT.PHONE).from(Contact::phone)
            .onlyChanged();
    // spotless:on

    /** All or none: a bad contact fails the list. */
    static List<Answer> putAll(List<Contact> contacts, DSLContext ctx) {
        return CONTACTS.rows(contacts).fetchOutcomes(ctx).stream()
                .map(outcome -> new Answer(answer(outcome.status()), ""))
                .toList();
    }

    private static String answer(Status status) {
        return switch (status) {
            case INSERTED -> "created";
            case UPDATED -> "updated";
            default -> "unchanged";
        };
    }

    /** The good ones: if the list fails, each contact is tried by itself. */
    static List<Answer> putGood(List<Contact> contacts, DSLContext ctx) {
        try {
            return ctx.transactionResult(trx -> putAll(contacts, trx.dsl()));
        } catch (InvalidRowException | BulkException e) {
            return contacts.stream().map(contact -> putOne(contact, ctx)).toList();
        }
    }

    private static Answer putOne(Contact contact, DSLContext ctx) {
        try {
            return ctx.transactionResult(trx -> putAll(Collections.singletonList(contact), trx.dsl()))
                    .get(0);
        } catch (InvalidRowException e) {
            return new Answer("rejected", "bad " + e.column().orElse("contact"));
        } catch (BulkException e) {
            if (e.failure().error().isAboutData()) {
                return new Answer("rejected", e.failure().error().message());
            }
            throw e;
        }
    }

    private Contacts() {}
}
