// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.proofs;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One connection through the proxy. What the client sends goes message by message, so that a fault can be put into one.
 *
 * @see <a href="https://www.postgresql.org/docs/current/protocol-message-formats.html">PostgreSQL: Message Formats</a>
 */
final class ProxiedConnection {

    /** Of a message's length, which counts itself. */
    private static final int LENGTH = Integer.BYTES;

    private static final char PARSE = 'P';
    private static final char BIND = 'B';

    private final Map<String, String> prepared = new HashMap<>();
    private final Socket client;
    private final Socket server;
    private final Function<String, @Nullable Fault> striking;
    private volatile @Nullable Fault onAnswer;
    private volatile boolean isStalled;

    ProxiedConnection(Socket client, Socket server, Function<String, @Nullable Fault> striking) {
        this.client = client;
        this.server = server;
        this.striking = striking;
    }

    void start() throws IOException {
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
        start(() -> closing(this::forward));
        start(() -> closing(this::answer));
    }

    private void forward() throws IOException {
        DataInputStream in = new DataInputStream(client.getInputStream());
        OutputStream out = server.getOutputStream();
        int length = in.readInt(); // the first message has no type
        out.write(ByteBuffer.allocate(length)
                .putInt(length)
                .put(in.readNBytes(length - LENGTH))
                .array());
        for (int type = in.read(); type >= 0; type = in.read()) {
            length = in.readInt();
            byte[] body = in.readNBytes(length - LENGTH);
            byte[] message = ByteBuffer.allocate(1 + length)
                    .put((byte) type)
                    .putInt(length)
                    .put(body)
                    .array();
            Fault fault = isStalled ? null : striking.apply(said((char) type, new String(body, ISO_8859_1)));
            if (fault != null && fault.moment().isOfAnswer()) {
                onAnswer = fault;
            } else if (fault != null) {
                strike(fault, out, message, message.length);
            }
            if (!isStalled) {
                out.write(message);
            }
        }
    }

    /** With the SQL where the message but names it. */
    private String said(char type, String body) {
        String[] texts = body.split("\0", 3);
        if (type == PARSE) {
            prepared.put(texts[0], texts[1]);
        }
        return type + body + (type == BIND ? prepared.get(texts[1]) : "");
    }

    private void answer() throws IOException {
        InputStream in = server.getInputStream();
        byte[] buffer = new byte[8192];
        for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
            Fault fault = onAnswer;
            if (fault != null && !isStalled) {
                strike(fault, client.getOutputStream(), buffer, length);
            }
            if (!isStalled) {
                client.getOutputStream().write(buffer, 0, length);
            }
        }
    }

    private void strike(Fault fault, OutputStream out, byte[] bytes, int length) throws IOException {
        out.write(bytes, 0, fault.moment().passed(length));
        switch (fault.way()) {
            case STALLED -> isStalled = true; // until the client hangs up
            case CLOSED -> client.close();
            case RESET -> {
                client.setSoLinger(true, 0);
                client.close();
            }
        }
    }

    private void closing(Work work) throws IOException {
        try (client;
                server) {
            work.run();
        }
    }

    interface Work {
        void run() throws IOException;
    }

    static void start(Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException e) {
                        // one of the two hung up, or the proxy is closed
                    }
                },
                "faulty-proxy");
        thread.setDaemon(true);
        thread.start();
    }
}
