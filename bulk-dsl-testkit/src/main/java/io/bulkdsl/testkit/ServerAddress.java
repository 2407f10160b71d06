// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.testkit;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** How to reach one database of a server; any database of the same server is reached with the same rights. */
record ServerAddress(
        String url, @Nullable String user, @Nullable String password) {

    /** pgjdbc's forms: {@code jdbc:postgresql://hosts/database?parameters}, {@code jdbc:postgresql:database}. */
    private static final Pattern URL =
            Pattern.compile("(?<server>jdbc:postgresql:(?://[^/?]*/)?)[^?]*(?<parameters>\\?.*)?");

    PGSimpleDataSource dataSource() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        if (user != null) {
            source.setUser(user);
        }
        if (password != null) {
            source.setPassword(password);
        }
        return source;
    }

    ServerAddress database(String name) {
        Matcher parts = URL.matcher(url);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "Not a JDBC URL of PostgreSQL: " + url + ". Expected jdbc:postgresql://host:port/database");
        }
        String server = parts.group("server");
        String parameters = parts.group("parameters");
        PGSimpleDataSource source = dataSource();
        return new ServerAddress(
                server + name + (parameters == null ? "" : parameters), source.getUser(), source.getPassword());
    }
}
