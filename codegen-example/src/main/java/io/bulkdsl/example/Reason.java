// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.example;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.util.zip.ZipException;

/** Why a file could not be read, in words. */
final class Reason {

    private Reason() {}

    static String of(IOException failure) {
        if (failure instanceof NoSuchFileException) {
            return "no such file";
        }
        if (failure instanceof AccessDeniedException) {
            return "you may not read it";
        }
        if (failure instanceof FileSystemLoopException) {
            return "a link back to a folder above it";
        }
        if (failure instanceof ZipException) {
            return "its name ends with .gz, but it is not gzip: " + failure.getMessage();
        }
        if (failure instanceof NotUtf8) {
            return Cause.of(failure);
        }
        return "cannot be read: " + Cause.of(failure);
    }
}
