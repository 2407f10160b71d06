// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static io.bulkdsl.contract.RowSource.COPY;
import static io.bulkdsl.contract.RowSource.UNNEST;

import io.bulkdsl.contract.RowSource;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Leaves a test out of the runs by certain row sources, see {@link SourceUnderTest}. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface NotVia {

    RowSource[] value() default {UNNEST, COPY};

    /** Why it can't, or needn't, go by them. */
    String because();
}
