// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.proofs;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;

/** All SQL that reaches the driver, COPY too, of which jOOQ's listeners hear nothing. */
final class SentSql {

    private final List<String> texts = new CopyOnWriteArrayList<>();

    /** What has been sent since this was last asked. */
    List<String> taken() {
        List<String> taken = List.copyOf(texts);
        texts.clear();
        return taken;
    }

    DSLContext on(DataSource database) {
        DataSource heard = proxy(
                DataSource.class,
                database,
                (method, result) -> result instanceof Connection connection ? heard(connection) : result);
        return DSL.using(heard, SQLDialect.POSTGRES);
    }

    private Connection heard(Connection connection) {
        return proxy(Connection.class, connection, (method, result) -> {
            if (result instanceof Statement && !method.startsWith("prepare")) {
                return proxy(Statement.class, (Statement) result, (inner, any) -> any);
            } else if (method.equals("unwrap") && result instanceof PGConnection driver) {
                return proxy(
                        PGConnection.class,
                        driver,
                        (inner, any) -> any instanceof CopyManager ? new HeardCopies((BaseConnection) driver) : any);
            }
            return result;
        });
    }

    /** Calls go through; of those that bring SQL, which is their first argument, the text is kept. */
    private <T> T proxy(Class<T> type, T target, Wrapping wrapping) {
        InvocationHandler handler = (self, method, arguments) -> {
            String name = method.getName();
            if ((name.startsWith("prepare") || name.startsWith("execute") || name.equals("addBatch"))
                    && arguments != null
                    && arguments[0] instanceof String sql) {
                texts.add(sql);
            }
            try {
                return wrapping.of(name, method.invoke(target, arguments));
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        return type.cast(Proxy.newProxyInstance(SentSql.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    @FunctionalInterface
    private interface Wrapping {

        Object of(String method, Object result) throws SQLException;
    }

    private final class HeardCopies extends CopyManager {

        HeardCopies(BaseConnection connection) throws SQLException {
            super(connection);
        }

        @Override
        public CopyIn copyIn(String sql) throws SQLException {
            texts.add(sql);
            return super.copyIn(sql);
        }
    }
}
