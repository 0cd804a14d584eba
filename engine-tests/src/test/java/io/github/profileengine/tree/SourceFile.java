package io.github.profileengine.tree;

import java.util.List;

/** One text file of the tree; its path is relative to the root and uses {@code /}. */
record SourceFile(String path, List<String> lines) {

    static SourceFile of(String path, String... lines) {
        return new SourceFile(path, List.of(lines));
    }

    boolean isJava() {
        return path.endsWith(".java");
    }

    /** The file name without folders and without its last ending. */
    String stem() {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : name;
    }

    /** The path of the folder, empty at the root. */
    String folder() {
        return path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : "";
    }

    /** False for {@code package-info} and {@code module-info}, which hold no type. */
    boolean declaresType() {
        return isJava() && !stem().contains("-");
    }
}
