// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.testkit;

import java.util.Optional;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** Resolves the parameters that {@link PostgresTest} promises. */
final class PostgresTestExtension implements ParameterResolver, AfterEachCallback {

    private static final Namespace NAMESPACE = Namespace.create(PostgresTestExtension.class);

    /** Constructors are then called in the scope of the test, so that they see the same database as its methods. */
    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext rootContext) {
        return ExtensionContextScope.TEST_METHOD;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == TestDatabase.class || type == DSLContext.class || type == DataSource.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        if (context.getTestMethod().isEmpty()) {
            throw new ParameterResolutionException("A database belongs to one test, but "
                    + parameter.getDeclaringExecutable() + " serves all tests of "
                    + context.getRequiredTestClass().getName()
                    + ". Take the parameter in @BeforeEach or in the test method,"
                    + " or call TestDatabase.create(…) and close it in @AfterAll.");
        }
        TestDatabase database = database(context);
        Class<?> type = parameter.getParameter().getType();
        if (type == DSLContext.class) {
            return database.dsl();
        }
        return type == DataSource.class ? database.dataSource() : database;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        TestDatabase database = context.getStore(NAMESPACE).get(TestDatabase.class, TestDatabase.class);
        if (database != null) {
            database.close();
        }
    }

    private static TestDatabase database(ExtensionContext context) {
        // get and put rather than computeIfAbsent: the latter has another name in JUnit 5. JUnit 5.13 and later also
        // closes
        // what is in the store, which matters where the constructor throws and afterEach is not called.
        Store store = context.getStore(NAMESPACE);
        TestDatabase database = store.get(TestDatabase.class, TestDatabase.class);
        if (database == null) {
            database = TestDatabase.create(annotation(context).migrations());
            store.put(TestDatabase.class, database);
        }
        return database;
    }

    private static PostgresTest annotation(ExtensionContext context) {
        for (Class<?> type = context.getRequiredTestClass(); type != null; type = enclosing(type)) {
            Optional<PostgresTest> found = AnnotationSupport.findAnnotation(type, PostgresTest.class);
            if (found.isPresent()) {
                return found.get();
            }
        }
        return Unannotated.class.getAnnotation(PostgresTest.class);
    }

    private static @Nullable Class<?> enclosing(Class<?> type) {
        return type.getEnclosingClass();
    }

    /** For classes that register the extension by other means: an empty database. */
    @PostgresTest
    private static final class Unannotated {}
}
