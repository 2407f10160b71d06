/** jOOQ code generation from Flyway migrations on a real PostgreSQL, with nothing installed. */
@NullMarked
package io.bulkdsl.testkit.codegen;

import org.jspecify.annotations.NullMarked;
