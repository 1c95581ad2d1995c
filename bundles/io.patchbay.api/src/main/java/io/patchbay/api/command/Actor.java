// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.command;

import io.patchbay.api.access.Scope;
import io.patchbay.api.id.UserId;
import java.util.Objects;

/** Who does something; its {@link #text()} stands in the journal. */
public sealed interface Actor {
    /**
     * The actor in the journal: {@code user:alice}, {@code system:core}, {@code customer}.
     *
     * @return the text
     */
    String text();

    /**
     * Where a request came from.
     *
     * @return its origin; unknown for parts and customers
     */
    default Origin origin() {
        return Origin.UNKNOWN;
    }

    /**
     * A person through the console, REST, the shell.
     *
     * @param user who
     * @param scope what he may see and do, as it was when the request came in
     * @param origin where the request came from
     */
    record Person(UserId user, Scope scope, Origin origin) implements Actor {
        public Person {
            Objects.requireNonNull(user, "user");
            Objects.requireNonNull(scope, "scope");
            Objects.requireNonNull(origin, "origin");
        }

        /**
         * A person from nowhere in particular.
         *
         * @param user who
         * @param scope what he may
         */
        public Person(UserId user, Scope scope) {
            this(user, scope, Origin.UNKNOWN);
        }

        @Override
        public String text() {
            return "user:" + user;
        }
    }

    /**
     * A part of Patchbay or a plug-in acting by itself.
     *
     * @param name the part, for example {@code routing}
     */
    record Part(String name) implements Actor {
        @Override
        public String text() {
            return "system:" + name;
        }
    }

    /** The remote party. */
    record Customer() implements Actor {
        @Override
        public String text() {
            return "customer";
        }
    }
}
