// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.signin;

import io.patchbay.api.id.UnitId;
import io.patchbay.api.id.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * An account of a program: no desk, no password, only tokens, each with rights of its own.
 *
 * @param user the account; begins with {@link #PREFIX}
 * @param name what it is for, 1 to 80 characters
 * @param unit what its tokens see: this unit with all below
 * @param enabled whether its tokens work
 * @param tokens those that were not revoked, by name
 */
public record ServiceAccount(UserId user, String name, UnitId unit, boolean enabled, List<Token> tokens) {
    /** How all accounts of programs begin, and none of people. */
    public static final String PREFIX = "svc-";

    public ServiceAccount {
        check(user, name);
        Objects.requireNonNull(unit, "unit");
        tokens = List.copyOf(tokens);
    }

    static void check(UserId user, String name) {
        if (!user.value().startsWith(PREFIX)) {
            throw new IllegalArgumentException("user must begin with " + PREFIX + " but is " + user);
        }
        if (name.isBlank() || name.length() > 80) {
            throw new IllegalArgumentException("name must have 1 to 80 characters but is \"" + name + "\"");
        }
    }

    /**
     * What a program proves itself with; its secret is shown once, when it is made.
     *
     * @param id names it; opens nothing
     * @param name which program or machine has it
     * @param permissions what it may do, no more than its maker could
     * @param sources addresses and networks it works from, for example {@code 10.1.0.0/16}; empty for everywhere
     * @param made when and by whom
     * @param expiresAt when it ends by itself
     * @param lastUsed when it was used last, to the minute
     */
    public record Token(
            String id,
            String name,
            Set<String> permissions,
            List<String> sources,
            Made made,
            Optional<Instant> expiresAt,
            Optional<Instant> lastUsed) {
        public Token {
            Objects.requireNonNull(id, "id");
            permissions = Set.copyOf(permissions);
            sources = List.copyOf(sources);
            Objects.requireNonNull(made, "made");
        }
    }

    /**
     * When and by whom a token was made.
     *
     * @param at when
     * @param by the maker's account
     */
    public record Made(Instant at, UserId by) {}
}
