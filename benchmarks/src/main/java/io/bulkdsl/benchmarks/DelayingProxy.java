// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;

/**
 * A slower way to a server: what is sent arrives half the round trip later, in either direction, however much it is. The
 * network has a delay, not a limit of bytes a second.
 */
final class DelayingProxy implements AutoCloseable {

    private static final int CHUNK = 65_536;

    /** Bytes, and when they arrive; none at the end. */
    private record Chunk(long arrival, ByteBuffer bytes) {}

    private final ServerSocket listener;
    private final long oneWayNanos;

    DelayingProxy(String host, int port, Duration roundTrip) throws IOException {
        listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        oneWayNanos = roundTrip.toNanos() / 2;
        start(() -> {
            while (true) {
                Socket client = listener.accept();
                Socket server = new Socket(host, port);
                forward(client, server);
                forward(server, client);
            }
        });
    }

    int port() {
        return listener.getLocalPort();
    }

    private void forward(Socket from, Socket to) throws IOException {
        to.setTcpNoDelay(true);
        BlockingQueue<Chunk> underway = new LinkedBlockingQueue<>();
        start(() -> read(from.getInputStream(), underway));
        start(() -> {
            write(to.getOutputStream(), underway);
            to.close();
        });
    }

    private void read(InputStream in, BlockingQueue<Chunk> underway) throws InterruptedException {
        byte[] buffer = new byte[CHUNK];
        int length = 0;
        while (length >= 0) {
            try {
                length = in.read(buffer);
            } catch (IOException e) {
                length = -1; // closed
            }
            byte[] bytes = length < 0 ? new byte[0] : Arrays.copyOf(buffer, length);
            underway.put(new Chunk(System.nanoTime() + oneWayNanos, ByteBuffer.wrap(bytes)));
        }
    }

    private static void write(OutputStream out, BlockingQueue<Chunk> underway)
            throws IOException, InterruptedException {
        for (Chunk chunk = underway.take(); chunk.bytes().hasRemaining(); chunk = underway.take()) {
            for (long left = chunk.arrival() - System.nanoTime();
                    left > 0;
                    left = chunk.arrival() - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            out.write(chunk.bytes().array());
        }
    }

    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private static void start(Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException e) {
                        // one of the two hung up, or the proxy is closed
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "delaying-proxy");
        thread.setDaemon(true);
        thread.start();
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
