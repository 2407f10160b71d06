// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.example;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.util.HexFormat;
import java.util.function.IntConsumer;

/** Reads UTF-8 without replacing anything: the first bad sequence ends the reading and is named by its offset. */
final class StrictUtf8 {
    private final InputStream in;
    private final CharsetDecoder decoder = UTF_8.newDecoder();
    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 16).flip();
    private final CharBuffer chars = CharBuffer.allocate(1 << 16);
    private long decoded;

    private StrictUtf8(InputStream in) {
        this.in = in;
    }

    /** Hands each code point on; the answer is the number of bytes they took. */
    static long read(InputStream in, IntConsumer codePoints) throws IOException {
        StrictUtf8 text = new StrictUtf8(in);
        boolean more = true;
        while (more) {
            more = text.fill();
            text.decode(!more, codePoints);
        }
        return text.decoded;
    }

    private boolean fill() throws IOException {
        bytes.compact();
        int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
        bytes.position(bytes.position() + Math.max(read, 0)).flip();
        return read >= 0;
    }

    private void decode(boolean end, IntConsumer codePoints) throws NotUtf8 {
        CoderResult result;
        do {
            int from = bytes.position();
            result = decoder.decode(bytes, chars, end);
            decoded += bytes.position() - from;
            // A decoder writes both halves of a surrogate pair or none, so no pair is cut here.
            chars.flip().codePoints().forEach(codePoints);
            chars.clear();
        } while (result.isOverflow());
        if (result.isError()) {
            byte[] bad = new byte[result.length()];
            bytes.get(bad);
            throw new NotUtf8(
                    decoded, HexFormat.ofDelimiter(" ").withUpperCase().formatHex(bad));
        }
    }
}
