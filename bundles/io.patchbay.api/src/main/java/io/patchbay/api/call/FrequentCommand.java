// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.call;

import io.patchbay.api.command.Command;
import io.patchbay.api.id.UnitId;
import java.util.Objects;

/** Changes of the directory of numbers that are called often: one's own list, and by right those of units. */
public sealed interface FrequentCommand extends Command {
    /**
     * {@code frequent.keep}: puts a number into the actor's own list, or gives it another name.
     *
     * @param number see {@link FrequentNumber#number()}
     * @param name see {@link FrequentNumber#name()}
     */
    record Keep(String number, String name) implements FrequentCommand {
        public Keep {
            Objects.requireNonNull(number, "number");
            Objects.requireNonNull(name, "name");
        }

        /** Hides number and name. */
        @Override
        public String toString() {
            return "Keep";
        }
    }

    /**
     * {@code frequent.drop}: takes a number out of the actor's own list.
     *
     * @param number which
     */
    record Drop(String number) implements FrequentCommand {
        /** Hides the number. */
        @Override
        public String toString() {
            return "Drop";
        }
    }

    /**
     * {@code frequent.save}: puts a number into a unit's list, or gives it another name; for who keeps it by right.
     *
     * @param number see {@link FrequentNumber#number()}
     * @param name see {@link FrequentNumber#name()}
     * @param unit whose list
     */
    record Save(String number, String name, UnitId unit) implements FrequentCommand {
        public Save {
            Objects.requireNonNull(number, "number");
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(unit, "unit");
        }

        /** Hides number and name. */
        @Override
        public String toString() {
            return "Save[" + unit + "]";
        }
    }

    /**
     * {@code frequent.remove}: takes a number out of a unit's list; for who keeps it by right.
     *
     * @param number which
     * @param unit whose list
     */
    record Remove(String number, UnitId unit) implements FrequentCommand {
        public Remove {
            Objects.requireNonNull(unit, "unit");
        }

        /** Hides the number. */
        @Override
        public String toString() {
            return "Remove[" + unit + "]";
        }
    }
}
