// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.call;

import io.patchbay.api.id.UnitId;
import io.patchbay.api.id.UserId;
import java.util.Objects;

/**
 * A number that is called often, with the name by which it is found.
 *
 * @param number an extension, or a number as it is dialled: {@code +} and digits, {@code *} and {@code #}; 2 to 24
 * @param name whose it is, 1 to 80 characters
 * @param keeper whose list it is in; a list has a number once
 */
public record FrequentNumber(String number, String name, Keeper keeper) {
    /** The longest name. */
    public static final int LONGEST_NAME = 80;

    public FrequentNumber {
        if (!number.matches("\\+?[0-9*#]{2,24}")) {
            throw new IllegalArgumentException("number must be 2 to 24 digits, perhaps with a leading +");
        }
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("name must have 1 to " + LONGEST_NAME + " characters");
        }
        Objects.requireNonNull(keeper, "keeper");
    }

    /** Whose list it is. */
    public sealed interface Keeper {
        /**
         * The list in one word, for tables and journal.
         *
         * @return {@code unit:ID} or {@code user:ID}
         */
        String text();

        /**
         * For all of a unit and of those beneath it.
         *
         * @param unit which
         */
        record OfUnit(UnitId unit) implements Keeper {
            public OfUnit {
                Objects.requireNonNull(unit, "unit");
            }

            @Override
            public String text() {
                return "unit:" + unit.value();
            }
        }

        /**
         * Somebody's own.
         *
         * @param user whose
         */
        record Own(UserId user) implements Keeper {
            public Own {
                Objects.requireNonNull(user, "user");
            }

            @Override
            public String text() {
                return "user:" + user.value();
            }
        }

        /**
         * Reads a list's word.
         *
         * @param text what {@link #text()} gave
         * @return whose list it is
         * @throws IllegalArgumentException naming the text if it is nobody's
         */
        static Keeper parse(String text) {
            if (text.startsWith("unit:")) {
                return new OfUnit(new UnitId(text.substring(5)));
            } else if (text.startsWith("user:")) {
                return new Own(new UserId(text.substring(5)));
            }
            throw new IllegalArgumentException("not a list of numbers: \"" + text + "\"");
        }
    }

    /** Hides number and name. */
    @Override
    public String toString() {
        return "FrequentNumber[" + keeper.text() + "]";
    }
}
