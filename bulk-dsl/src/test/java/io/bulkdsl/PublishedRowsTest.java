// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static io.bulkdsl.Deliveries.LOG;
import static io.bulkdsl.testdb.public_.Tables.LOG_ENTRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bulkdsl.contract.InvalidRowException;
import io.bulkdsl.testkit.PostgresTest;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** Rows of a publisher, which another thread makes. */
@PostgresTest(migrations = "classpath:db/migration")
class PublishedRowsTest {

    private static final int MANY = 20_000;

    @Test
    void areWaitedForAndHeldBack(DSLContext ctx) {
        Source source = new Source(MANY, i -> new Delivery("m", (int) i));
        var batches = LOG.rowsFrom(source).batchSize(100).onProgress(progress -> assertThat(source.made.get())
                .isLessThanOrEqualTo(progress.rows() + 1_024));
        assertThat(batches.execute(ctx).written()).isEqualTo(MANY);
        assertThat(LOG.rowsFrom(new Source(MANY, i -> new Delivery("m", (int) i)))
                        .execute(ctx))
                .isEqualTo(MANY);
        assertThat(LOG.rowsFrom(new Source(0, i -> null)).execute(ctx)).isZero();
        assertThat(ctx.fetchCount(LOG_ENTRY)).isEqualTo(2 * MANY);
        assertThatIllegalStateException()
                .isThrownBy(() -> batches.execute(ctx))
                .withMessageContaining("were read already");
    }

    @Test
    void whatFailsThereFailsHere(DSLContext ctx) {
        Source failing = new Source(MANY, i -> {
            if (i == 15_000) {
                throw new IllegalStateException("no more");
            }
            return new Delivery("m", (int) i);
        });
        assertThatIllegalStateException()
                .isThrownBy(() -> LOG.rowsFrom(failing).execute(ctx))
                .withMessage("no more");
        assertThat(ctx.fetchCount(LOG_ENTRY)).isZero();
    }

    @Test
    void isCancelledByWhatFailsHere(DSLContext ctx) {
        Source source = new Source(MANY, i -> new Delivery(i == 3_000 ? "\u0000" : "m", (int) i));
        assertThatThrownBy(() -> LOG.rowsFrom(source).execute(ctx)).isInstanceOf(InvalidRowException.class);
        assertThat(source.cancelled).isTrue();
        assertThat(source.made).hasValueLessThan(MANY);
        assertThat(ctx.fetchCount(LOG_ENTRY)).isZero();
    }

    /** So many elements, by threads of the common pool, never more than are asked for. */
    private record Source(
            int count,
            LongFunction<Delivery> making,
            AtomicLong made,
            AtomicLong asked,
            AtomicBoolean running,
            AtomicBoolean cancelled)
            implements Publisher<Delivery> {

        Source(int count, LongFunction<Delivery> making) {
            this(count, making, new AtomicLong(), new AtomicLong(), new AtomicBoolean(), new AtomicBoolean());
        }

        @Override
        public void subscribe(Subscriber<? super Delivery> subscriber) {
            subscriber.onSubscribe(new Subscription() {
                @Override
                public void request(long n) {
                    asked.addAndGet(n);
                    CompletableFuture.runAsync(() -> make(subscriber));
                }

                @Override
                public void cancel() {
                    cancelled.set(true);
                }
            });
        }

        private synchronized void make(Subscriber<? super Delivery> subscriber) {
            try {
                while (!cancelled.get() && made.get() < Math.min(asked.get(), count)) {
                    subscriber.onNext(making.apply(made.get()));
                    made.incrementAndGet();
                }
                if (made.get() == count && !running.getAndSet(true)) {
                    subscriber.onComplete();
                }
            } catch (IllegalStateException e) {
                cancelled.set(true);
                subscriber.onError(e);
            }
        }
    }
}
