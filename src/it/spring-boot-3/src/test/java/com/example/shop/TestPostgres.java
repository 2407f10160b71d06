// SPDX-License-Identifier: Apache-2.0
package com.example.shop;

import io.bulkdsl.testkit.TestDatabase;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** A real PostgreSQL for Spring Boot's own pool; Boot's Flyway migrates it. */
@TestConfiguration(proxyBeanMethods = false)
class TestPostgres {

    @Bean
    TestDatabase database() {
        return TestDatabase.create();
    }

    @Bean
    JdbcConnectionDetails connectionDetails(TestDatabase database) {
        return new JdbcConnectionDetails() {
            @Override
            public String getJdbcUrl() {
                return database.url();
            }

            @Override
            public String getUsername() {
                return database.user();
            }

            @Override
            public String getPassword() {
                return database.password();
            }
        };
    }
}
