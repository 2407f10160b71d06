// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** The same server under an older version's number, so that what is sent to older ones can be run on any. */
final class OlderServer {

    static final int MAJOR_VERSION = 14;

    static DSLContext of(DataSource dataSource) {
        return SourceUnderTest.on(DSL.using(
                proxy(DataSource.class, dataSource, (method, result) -> connection(result)), SQLDialect.POSTGRES));
    }

    private static Object connection(Object result) {
        return result instanceof Connection connection
                ? proxy(Connection.class, connection, (method, answer) -> metaData(answer))
                : result;
    }

    private static Object metaData(Object result) {
        return result instanceof DatabaseMetaData metaData
                ? proxy(
                        DatabaseMetaData.class,
                        metaData,
                        (method, answer) -> method.getName().equals("getDatabaseMajorVersion") ? MAJOR_VERSION : answer)
                : result;
    }

    private static <T> T proxy(Class<T> type, T target, Answers answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, args) -> {
            try {
                return answers.of(method, method.invoke(target, args));
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }

    private interface Answers {
        Object of(Method method, Object result);
    }

    private OlderServer() {}
}
