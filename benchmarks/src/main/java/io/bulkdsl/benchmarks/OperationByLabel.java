// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.benchmarks;

import io.bulkdsl.benchmarks.data.Operation;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** {@code upsert-50} on the command line. */
final class OperationByLabel implements ITypeConverter<Operation>, Iterable<String> {

    @Override
    public Operation convert(String label) {
        return Stream.of(Operation.values())
                .filter(operation -> operation.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("'%s' is none of %s".formatted(label, labels())));
    }

    @Override
    public Iterator<String> iterator() {
        return labels().iterator();
    }

    private static List<String> labels() {
        return Stream.of(Operation.values()).map(Operation::label).toList();
    }
}
