// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.contract;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks what may change, or go, in a minor release: it is tested as all else is, but too few have used it yet to know that
 * it is right. The changelog names each change. What isn't marked changes in major releases only; docs/versioning.md lists
 * what is marked, and why.
 *
 * @since 0.1
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Experimental {}
