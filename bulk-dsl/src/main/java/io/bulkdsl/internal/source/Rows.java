// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.source;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Iterator;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.reactivestreams.Publisher;

/** The caller's elements, however they were given. */
public interface Rows<E> {

    /** Starts reading. What can be read only once says so when it is read again. */
    Iterator<? extends E> iterator();

    /** Whether they may be more than fit into memory: nobody knows how many they are. */
    default boolean isStream() {
        return false;
    }

    /** Called when reading has ended, also by an error. */
    default void close() {}

    static <E> Rows<E> of(Iterable<? extends E> elements) {
        requireNonNull(elements, "rows");
        return elements::iterator;
    }

    static <E> Rows<E> of(E[] elements) {
        requireNonNull(elements, "rows");
        return () -> Arrays.asList(elements).iterator();
    }

    static <E> Rows<E> of(Iterator<? extends E> elements) {
        requireNonNull(elements, "rows");
        return new Once<E>(() -> elements, () -> {});
    }

    static <E> Rows<E> of(Stream<? extends E> elements) {
        requireNonNull(elements, "rows");
        return new Once<E>(elements::iterator, elements::close);
    }

    /** Subscribes when reading starts. */
    static <E> Rows<E> of(Publisher<? extends E> elements) {
        requireNonNull(elements, "rows");
        Published<E> published = new Published<>();
        return new Once<E>(
                () -> {
                    elements.subscribe(published);
                    return published;
                },
                published::cancel);
    }

    /** Rows that can be read a single time. */
    final class Once<E> implements Rows<E> {

        private final Supplier<Iterator<? extends E>> elements;
        private final Runnable close;
        private final AtomicBoolean used = new AtomicBoolean();

        private Once(Supplier<Iterator<? extends E>> elements, Runnable close) {
            this.elements = elements;
            this.close = close;
        }

        @Override
        public Iterator<? extends E> iterator() {
            if (used.getAndSet(true)) {
                throw new IllegalStateException(
                        "these rows came from a Stream, an Iterator or a Publisher and were read already; call rows(…) again with fresh ones, or pass a collection");
            }
            return elements.get();
        }

        @Override
        public boolean isStream() {
            return true;
        }

        @Override
        public void close() {
            close.run();
        }
    }
}
