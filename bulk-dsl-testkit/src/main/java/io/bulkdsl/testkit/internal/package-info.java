/** Shared by the packages of the testkit; not for users, and free to change in any release. */
@NullMarked
package io.bulkdsl.testkit.internal;

import org.jspecify.annotations.NullMarked;
