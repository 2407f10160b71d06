// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.example;

import static java.nio.file.FileVisitOption.FOLLOW_LINKS;
import static java.nio.file.FileVisitResult.CONTINUE;
import static java.nio.file.FileVisitResult.SKIP_SUBTREE;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;

/** All files below a folder, in the order of their names; what is hidden stays so. */
final class TextFolder extends SimpleFileVisitor<Path> {
    private final String name;
    private final Path folder;
    private final FoundTexts found;

    private TextFolder(String name, Path folder, FoundTexts found) {
        this.name = name.replaceFirst("[/\\\\]+$", "");
        this.folder = folder;
        this.found = found;
    }

    static void collect(String name, Path folder, FoundTexts found) {
        FoundTexts inside = new FoundTexts(new ArrayList<>(), new ArrayList<>());
        try {
            Files.walkFileTree(
                    folder, EnumSet.of(FOLLOW_LINKS), Integer.MAX_VALUE, new TextFolder(name, folder, inside));
        } catch (IOException e) {
            inside.skipped().add(new Skipped(name, Reason.of(e)));
        }
        if (inside.sources().isEmpty() && inside.skipped().isEmpty()) {
            inside.skipped().add(new Skipped(name, "the folder has no files"));
        }
        inside.sources().sort(Comparator.comparing(TextSource::name));
        found.sources().addAll(inside.sources());
        found.skipped().addAll(inside.skipped());
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
        return isHidden(directory) ? SKIP_SUBTREE : CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (isHidden(file)) {
            return CONTINUE;
        }
        if (attributes.isRegularFile()) {
            found.sources().add(TextFile.source(nameOf(file), file));
        } else {
            String what = attributes.isSymbolicLink() ? "a link to nowhere" : "not a file";
            found.skipped().add(new Skipped(nameOf(file), what));
        }
        return CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
        found.skipped().add(new Skipped(nameOf(file), Reason.of(failure)));
        return CONTINUE;
    }

    private boolean isHidden(Path path) {
        return !path.equals(folder) && path.getFileName().toString().startsWith(".");
    }

    private String nameOf(Path path) {
        return name + "/" + folder.relativize(path).toString().replace('\\', '/');
    }
}
