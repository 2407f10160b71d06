// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import java.lang.reflect.Method;
import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.opentest4j.TestAbortedException;

/** With {@code -Dbulkdsl.test.citus=true}: a test of what Citus says it doesn't support counts as left out, for that reason. */
public final class CitusUnderTest implements InvocationInterceptor {

    private static final String NOT_SUPPORTED = "0A000";

    @Override
    public void interceptTestMethod(
            Invocation<Void> call, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        proceed(call);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> call, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        proceed(call);
    }

    private static void proceed(Invocation<Void> call) throws Throwable {
        try {
            call.proceed();
        } catch (Throwable e) {
            if (Boolean.getBoolean("bulkdsl.test.citus") && !(e instanceof AssertionError)) {
                causes(e)
                        .filter(SQLException.class::isInstance)
                        .map(SQLException.class::cast)
                        .filter(refusal -> NOT_SUPPORTED.equals(refusal.getSQLState()))
                        .findFirst()
                        .ifPresent(refusal -> {
                            throw new TestAbortedException("Citus: " + refusal.getMessage());
                        });
            }
            throw e;
        }
    }

    private static Stream<Throwable> causes(Throwable e) {
        return Stream.iterate(e, Objects::nonNull, Throwable::getCause);
    }
}
