// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.example;

import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Says on one line why the job cannot run; a stack trace is for defects of the job itself. */
final class OneLineErrors implements IParameterExceptionHandler, IExecutionExceptionHandler {
    private static final int CANNOT_RUN = 2;

    @Override
    public int handleParseException(ParameterException failure, String[] args) {
        return say(failure.getCommandLine(), failure.getMessage() + "; see --help");
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) throws Exception {
        if (failure instanceof Refusal) {
            return say(command, failure.getMessage());
        }
        if (failure instanceof DataAccessException) {
            return say(command, "the database failed: " + Cause.of(failure) + "; run again to count what is missing");
        }
        throw failure;
    }

    private static int say(CommandLine command, @Nullable String message) {
        command.getErr().println("error: " + message);
        return CANNOT_RUN;
    }
}
