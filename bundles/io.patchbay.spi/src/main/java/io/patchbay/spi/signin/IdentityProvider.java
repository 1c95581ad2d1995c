// SPDX-License-Identifier: Apache-2.0
package io.patchbay.spi.signin;

import io.patchbay.api.command.Problem;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Somebody outside who knows people; registered as a service, one a configured provider. It says who somebody is there;
 * whether he has an account here, and what he may do, the directory decides. Safe for any thread; may block some
 * seconds.
 */
public sealed interface IdentityProvider {
    /**
     * Names it in addresses, in the journal and among the identities it has proven.
     *
     * @return lower-case letters, digits and -; never changes
     */
    String name();

    /**
     * What people call it.
     *
     * @return English words, for example {@code Bank account}
     */
    String english();

    /**
     * What people call it.
     *
     * @return the same in zh-CN
     */
    String chinese();

    /**
     * Whether the provider itself asks for a second factor, so that ours is not asked as well.
     *
     * @return false to ask for ours
     */
    boolean asksSecondFactor();

    /** A directory that checks passwords, such as LDAP. Asked for accounts that have no password here. */
    @ConsumerType
    non-sealed interface ByPassword extends IdentityProvider {
        /**
         * Checks a password.
         *
         * @param account the account here
         * @param password as typed, never empty; not kept
         * @return what came of it
         */
        Proof prove(String account, char[] password);
    }

    /** A provider that people are sent to, such as OpenID Connect. */
    @ConsumerType
    non-sealed interface ByRedirect extends IdentityProvider {
        /**
         * Prepares a journey.
         *
         * @param back where people shall come back to
         * @return the journey
         * @throws ProviderAwayException if the provider cannot be asked
         */
        Journey leave(URI back) throws ProviderAwayException;

        /**
         * Judges the answer of a journey.
         *
         * @param journey what {@link #leave} gave; used once
         * @param answer the parameters that came back
         * @return what came of it
         */
        Proof arrive(Journey journey, Map<String, String> answer);
    }

    /**
     * Somebody on his way to a provider.
     *
     * @param address where he goes
     * @param state unguessable; comes back with him
     * @param kept what the provider needs to judge the answer; stays here
     */
    record Journey(URI address, String state, Map<String, String> kept) {
        public Journey {
            Objects.requireNonNull(address, "address");
            Objects.requireNonNull(state, "state");
            kept = Map.copyOf(kept);
        }

        /** Hides what is kept. */
        @Override
        public String toString() {
            return "Journey[" + address.getHost() + "]";
        }
    }

    /** What a provider says. */
    sealed interface Proof {
        /**
         * It is he.
         *
         * @param account the account that the provider's data names
         * @param subject his lasting id there; the first one that comes for an account stays the only one
         */
        record Proven(String account, String subject) implements Proof {}

        /** Wrong password, or not known there. */
        record Wrong() implements Proof {}

        /**
         * The answer cannot be trusted, or nothing can be asked now.
         *
         * @param problem why, and what to do
         */
        record Refused(Problem problem) implements Proof {}
    }
}
