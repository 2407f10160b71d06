// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.proofs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A way to a server on which one message is struck by a fault. */
final class FaultyProxy implements AutoCloseable {

    private final ServerSocket listener;
    private final AtomicInteger connections = new AtomicInteger();
    private @Nullable Fault next;
    private int before;

    FaultyProxy(String host, int port) throws IOException {
        listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        ProxiedConnection.start(() -> {
            while (true) {
                Socket client = listener.accept();
                connections.incrementAndGet();
                new ProxiedConnection(client, new Socket(host, port), this::striking).start();
            }
        });
    }

    int port() {
        return listener.getLocalPort();
    }

    int connections() {
        return connections.get();
    }

    /**
     * Lets the next such message be struck.
     *
     * @param spared how many such messages go through before it
     */
    synchronized void arm(Fault fault, int spared) {
        next = fault;
        before = spared;
    }

    synchronized boolean isArmed() {
        return next != null;
    }

    private synchronized @Nullable Fault striking(String message) {
        Fault fault = next;
        if (fault == null || !fault.place().is(message) || before-- > 0) {
            return null;
        }
        next = null;
        return fault;
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
