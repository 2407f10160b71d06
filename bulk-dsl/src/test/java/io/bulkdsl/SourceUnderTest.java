// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static org.junit.platform.commons.support.AnnotationSupport.findAnnotation;

import io.bulkdsl.contract.RowSource;
import io.bulkdsl.testkit.TestDatabase;
import java.lang.reflect.Method;
import java.util.Arrays;
import org.jooq.DSLContext;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/**
 * The row source by which all statements of a test run go that don't say themselves: {@code
 * -Dbulkdsl.test.rowSource=COPY}. Without that the library chooses, as for users. Prefers it on the contexts that tests are
 * given as parameters; those that they make themselves pass through {@link #on}.
 */
public final class SourceUnderTest implements InvocationInterceptor, ExecutionCondition {

    public static RowSource get() {
        return RowSource.valueOf(System.getProperty("bulkdsl.test.rowSource", RowSource.AUTO.name()));
    }

    /** The same context, preferring it. */
    public static DSLContext on(DSLContext ctx) {
        ctx.configuration().data(RowSource.class, get());
        return ctx;
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return findAnnotation(context.getElement(), NotVia.class)
                .filter(annotation -> Arrays.asList(annotation.value()).contains(get()))
                .map(annotation -> ConditionEvaluationResult.disabled(annotation.because()))
                .orElse(ConditionEvaluationResult.enabled(null));
    }

    @Override
    public void interceptTestMethod(
            Invocation<Void> call, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        proceed(call, method);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> call, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        proceed(call, method);
    }

    @Override
    public <T> T interceptTestFactoryMethod(
            Invocation<T> call, ReflectiveInvocationContext<Method> method, ExtensionContext context) throws Throwable {
        return proceed(call, method);
    }

    @Override
    public void interceptBeforeEachMethod(
            Invocation<Void> call, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        proceed(call, method);
    }

    private static <T> T proceed(Invocation<T> call, ReflectiveInvocationContext<Method> method) throws Throwable {
        for (Object argument : method.getArguments()) {
            if (argument instanceof DSLContext ctx) {
                on(ctx);
            } else if (argument instanceof TestDatabase database) {
                on(database.dsl());
            }
        }
        return call.proceed();
    }
}
