/**
 * What a test on jOOQ and PostgreSQL needs: a fresh database for each test, and assertions on rendered SQL.
 *
 * <ul>
 *   <li>{@link io.bulkdsl.testkit.PostgresTest}: a JUnit Jupiter annotation; each test gets its own migrated database.
 *   <li>{@link io.bulkdsl.testkit.TestDatabase}: the same without JUnit.
 *   <li>{@link io.bulkdsl.testkit.EmbeddedPostgresServer}: a whole server for a program of its own.
 *   <li>{@link io.bulkdsl.testkit.SqlAssertions}: what SQL and which bind values a jOOQ query renders; needs no database.
 * </ul>
 */
@NullMarked
package io.bulkdsl.testkit;

import org.jspecify.annotations.NullMarked;
