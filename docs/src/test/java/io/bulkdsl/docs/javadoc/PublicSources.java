// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.docs.javadoc;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.PackageTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** What users can name, with its comment, as it stands in the sources: packages, types, members. */
final class PublicSources extends TreePathScanner<Void, String> {

    private static final Set<Tree.Kind> INTERFACES = Set.of(Tree.Kind.INTERFACE, Tree.Kind.ANNOTATION_TYPE);

    private final DocTrees docs;
    private final List<Documented> found = new ArrayList<>();

    private PublicSources(DocTrees docs) {
        this.docs = docs;
    }

    static List<Documented> in(Path... directories) throws IOException {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        try (var files = javac.getStandardFileManager(null, null, null)) {
            List<Path> sources = new ArrayList<>();
            for (Path directory : directories) {
                try (Stream<Path> all = Files.walk(directory)) {
                    sources.addAll(all.filter(PublicSources::isExported).toList());
                }
            }
            JavacTask task = (JavacTask)
                    javac.getTask(null, files, null, null, null, files.getJavaFileObjectsFromPaths(sources));
            PublicSources scanner = new PublicSources(DocTrees.instance(task));
            for (CompilationUnitTree unit : task.parse()) {
                scanner.scan(unit, unit.getPackage() == null ? "" : unit.getPackageName() + ".");
            }
            return scanner.found;
        }
    }

    private static boolean isExported(Path file) {
        return file.toString().endsWith(".java")
                && !file.endsWith("module-info.java")
                && !file.toString().contains("internal");
    }

    @Override
    public Void visitPackage(PackageTree tree, String name) {
        if (getCurrentPath().getCompilationUnit().getTypeDecls().isEmpty()) {
            add(name + "package-info", tree);
        }
        return null;
    }

    @Override
    public Void visitClass(ClassTree tree, String name) {
        if (!isPublic(tree.getModifiers())) {
            return null;
        }
        add(name + tree.getSimpleName(), tree);
        return super.visitClass(tree, name + tree.getSimpleName() + ".");
    }

    @Override
    public Void visitMethod(MethodTree tree, String name) {
        if (isPublic(tree.getModifiers())) {
            add(name + tree.getName(), tree);
        }
        return null;
    }

    @Override
    public Void visitVariable(VariableTree tree, String name) {
        if (isPublic(tree.getModifiers())) {
            add(name + tree.getName(), tree);
        }
        return null;
    }

    private boolean isPublic(ModifiersTree modifiers) {
        Set<Modifier> flags = modifiers.getFlags();
        // Members of interfaces needn't say so.
        Tree outer = getCurrentPath().getParentPath().getLeaf();
        return flags.contains(Modifier.PUBLIC)
                || flags.contains(Modifier.PROTECTED)
                || (INTERFACES.contains(outer.getKind()) && !flags.contains(Modifier.PRIVATE));
    }

    private void add(String name, Tree tree) {
        String text = docs.getDocComment(getCurrentPath());
        found.add(new Documented(name, tree, text == null ? "" : text, docs.getDocCommentTree(getCurrentPath())));
    }
}
