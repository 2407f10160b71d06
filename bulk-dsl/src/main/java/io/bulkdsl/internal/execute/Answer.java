// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.execute;

import io.bulkdsl.contract.Status;
import org.jooq.Record;
import org.jooq.Result;

/**
 * What the server told of a group.
 *
 * @param untold what became of rows that it told nothing of
 */
record Answer<E>(Group<E> group, Result<Record> records, Status untold) {}
