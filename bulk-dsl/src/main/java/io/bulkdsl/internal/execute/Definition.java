// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.execute;

import io.bulkdsl.internal.model.StatementModel;
import io.bulkdsl.internal.render.StatementRenderer;
import io.bulkdsl.internal.source.Rows;

/** What a definition keeps from one use to the next. */
public record Definition<E>(StatementModel<E> model, StatementRenderer renderer, ServerEquality equality) {

    public Definition(StatementModel<E> model, StatementRenderer renderer) {
        this(model, renderer, new ServerEquality());
    }

    public Statement<E> rows(Rows<E> rows) {
        return new Statement<>(this, rows);
    }
}
