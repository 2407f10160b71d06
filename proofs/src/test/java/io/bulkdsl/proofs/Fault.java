// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.proofs;

import java.util.regex.Pattern;

/** What becomes of a connection, and when. */
record Fault(Place place, Moment moment, Way way) {

    /** The message of the client's that is struck: its type, then what it says. */
    enum Place {
        STATEMENT("(?i)^[PQ].*(update|insert into|copy) [^(]*counter"),
        ROWS("^[Bd].*" + Counted.LABEL),
        COMMIT("^[BQ].*COMMIT");

        private final Pattern message;

        Place(String message) {
            this.message = Pattern.compile(message, Pattern.DOTALL);
        }

        boolean is(String said) {
            return message.matcher(said).find();
        }
    }

    enum Moment {
        BEFORE,
        WITHIN,
        BEFORE_ANSWER,
        WITHIN_ANSWER;

        boolean isOfAnswer() {
            return this == BEFORE_ANSWER || this == WITHIN_ANSWER;
        }

        /** How much of so many bytes, those of the message or of what answers it, still gets through. */
        int passed(int bytes) {
            return this == WITHIN || this == WITHIN_ANSWER ? bytes / 2 : 0;
        }
    }

    enum Way {
        RESET,
        CLOSED,
        STALLED
    }

    @Override
    public String toString() {
        return "%s %s %s".formatted(way, moment, place);
    }
}
