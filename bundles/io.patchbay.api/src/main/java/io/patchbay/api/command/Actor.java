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
     * A person through the console, REST, the shell.
     *
     * @param user who
     * @param scope what he may see and do, as it was when the request came in
     */
    record Person(UserId user, Scope scope) implements Actor {
        public Person {
            Objects.requireNonNull(user, "user");
            Objects.requireNonNull(scope, "scope");
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
