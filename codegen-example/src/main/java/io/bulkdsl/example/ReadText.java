// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.example;

import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A text read to its end, as numbers; its sha-256 tells whether another has the same content. */
record ReadText(String name, String sha256, long bytes, CodePointCounts counts) {

    /** @throws IOException also where the bytes are no UTF-8; then nothing of the text counts */
    static ReadText of(TextSource source) throws IOException {
        MessageDigest digest = newSha256();
        CodePointCounts counts = new CodePointCounts();
        try (InputStream in = new DigestInputStream(source.open(), digest)) {
            long bytes = StrictUtf8.read(in, counts);
            return new ReadText(source.name(), HexFormat.of().formatHex(digest.digest()), bytes, counts);
        }
    }

    long characters() {
        return counts.characters();
    }

    long lines() {
        return counts.times('\n');
    }

    private static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
