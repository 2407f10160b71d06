// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives each test of a class a database of its own, freshly migrated, on a real PostgreSQL.
 *
 * <pre>{@code
 * @PostgresTest(migrations = "classpath:db/migration")
 * class RestockTest {
 *     @Test
 *     void addsCopies(DSLContext ctx) { … }
 * }
 * }</pre>
 *
 * <p>Test methods, {@code @BeforeEach} and {@code @AfterEach} methods and constructors may have parameters of type {@link
 * org.jooq.DSLContext}, {@link javax.sql.DataSource} and {@link TestDatabase}; within one test all of them mean the same
 * database. It is created when first asked for and dropped after the test. {@code @Nested} classes and subclasses
 * inherit the annotation and may state another one. {@link TestDatabase} says which server is used and how to choose it.
 *
 * <p>Works with JUnit Jupiter 5.12 and later, 6 included, also with parallel execution.
 *
 * @since 0.1
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ExtendWith(PostgresTestExtension.class)
public @interface PostgresTest {

    /**
     * Where Flyway finds the migrations: {@code classpath:db/migration}, {@code filesystem:src/main/resources/db/migration}.
     * None: the database is empty.
     */
    String[] migrations() default {};
}
