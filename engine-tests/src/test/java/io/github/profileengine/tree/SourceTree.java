package io.github.profileengine.tree;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** The files of the project that people write, read once. */
final class SourceTree {
    private static final Set<String> SKIPPED_FOLDERS = Set.of("target", ".git", ".idea", ".settings", "samples");
    private static final Set<String> TEXT_ENDINGS = Set.of("java", "xml", "md", "jsonl", "config", "editorconfig");

    private SourceTree() {}

    /** Every text file under the project's root, in order of its path. */
    static List<SourceFile> read() {
        Path root = root();
        List<SourceFile> files = new ArrayList<>();
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    return SKIPPED_FOLDERS.contains(nameOf(folder))
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    if (isText(file)) {
                        String path = root.relativize(file).toString().replace('\\', '/');
                        files.add(new SourceFile(path, Files.readAllLines(file)));
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
        files.sort(Comparator.comparing(SourceFile::path));
        return files;
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.isDirectory(folder.resolve(".mvn"))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new IllegalStateException("no folder above the working directory holds .mvn");
        }
        return folder;
    }

    private static boolean isText(Path file) {
        String name = nameOf(file);
        return name.equals("profile-engine")
                || file.endsWith(Path.of(".ci", "run"))
                || TEXT_ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1));
    }

    private static String nameOf(Path path) {
        Path name = path.getFileName();
        return name == null ? "" : name.toString();
    }
}
