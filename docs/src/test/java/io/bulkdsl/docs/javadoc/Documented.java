// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.docs.javadoc;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.SinceTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/**
 * Something that users can name, as it stands in the sources.
 *
 * @param name with package and types: {@code io.bulkdsl.BulkUpdate.SetStep.set}
 * @param text of the comment, without its stars; empty if there is none
 * @param comment the same parsed
 */
record Documented(
        String name, Tree tree, String text, @Nullable DocCommentTree comment) {

    boolean isType() {
        return tree instanceof ClassTree;
    }

    /** What is overridden has a comment already. */
    boolean isOverride() {
        return tree instanceof MethodTree method
                && method.getModifiers().getAnnotations().stream()
                        .anyMatch(annotation ->
                                annotation.getAnnotationType().toString().equals("Override"));
    }

    boolean isExplained() {
        return comment != null && !comment.getFullBody().isEmpty();
    }

    List<String> since() {
        return tags(SinceTree.class).map(tag -> tag.getBody().toString()).toList();
    }

    List<String> params() {
        return tags(ParamTree.class).map(tag -> tag.getName().toString()).toList();
    }

    /** Of a record. */
    List<String> components() {
        return tree.getKind() != Tree.Kind.RECORD
                ? List.of()
                : ((ClassTree) tree)
                        .getMembers().stream()
                                .filter(VariableTree.class::isInstance)
                                .map(VariableTree.class::cast)
                                .filter(field ->
                                        !field.getModifiers().getFlags().contains(Modifier.STATIC))
                                .map(field -> field.getName().toString())
                                .toList();
    }

    private <T extends DocTree> Stream<T> tags(Class<T> kind) {
        return comment == null
                ? Stream.empty()
                : comment.getBlockTags().stream().filter(kind::isInstance).map(kind::cast);
    }

    @Override
    public String toString() {
        return name;
    }
}
