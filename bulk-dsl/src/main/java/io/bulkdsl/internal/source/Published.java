// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.source;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * The elements of a publisher, waited for by the thread that reads. No more than {@link #AHEAD} are asked for before they are
 * needed, so that a publisher that is faster than the database is held back.
 */
final class Published<E> implements Iterator<E>, Subscriber<E> {

    private static final int AHEAD = 1_024;

    /** Elements, and at last how it ended. */
    private final BlockingQueue<Signal<E>> signals = new LinkedBlockingQueue<>();

    private final AtomicReference<@Nullable Subscription> subscription = new AtomicReference<>();
    private final AtomicReference<Optional<Signal<E>>> next = new AtomicReference<>(Optional.empty());
    private final AtomicInteger taken = new AtomicInteger();

    private sealed interface Signal<E> {}

    private record Element<E>(E element) implements Signal<E> {}

    private record Completed<E>() implements Signal<E> {}

    private record Failed<E>(Throwable error) implements Signal<E> {}

    @Override
    public void onSubscribe(Subscription started) {
        if (subscription.compareAndSet(null, started)) {
            started.request(AHEAD);
        } else {
            started.cancel();
        }
    }

    @Override
    public void onNext(E element) {
        signals.add(new Element<>(element));
    }

    @Override
    public void onComplete() {
        signals.add(new Completed<>());
    }

    @Override
    public void onError(Throwable error) {
        signals.add(new Failed<>(error));
    }

    @Override
    public boolean hasNext() {
        Signal<E> signal = next.updateAndGet(known -> known.isPresent() ? known : Optional.of(await()))
                .orElseThrow();
        if (signal instanceof Failed<E> failed) {
            throw failed.error() instanceof RuntimeException e
                    ? e
                    : new IllegalStateException("the publisher of the rows failed: " + failed.error(), failed.error());
        }
        return signal instanceof Element<E>;
    }

    @Override
    public E next() {
        if (!hasNext() || !(next.getAndSet(Optional.empty()).orElseThrow() instanceof Element<E> element)) {
            throw new NoSuchElementException();
        }
        if (taken.incrementAndGet() == AHEAD / 2) {
            taken.set(0);
            withSubscription(running -> running.request(AHEAD / 2));
        }
        return element.element();
    }

    /** Nobody will read on. */
    void cancel() {
        withSubscription(Subscription::cancel);
    }

    private void withSubscription(Consumer<Subscription> call) {
        Subscription running = subscription.get();
        if (running != null) {
            call.accept(running);
        }
    }

    private Signal<E> await() {
        try {
            return signals.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while waiting for the publisher of the rows");
        }
    }
}
