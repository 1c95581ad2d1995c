// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.people;

import io.patchbay.api.id.UserId;
import java.time.Instant;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Proves who somebody is. Argon2id costs tens of milliseconds of CPU: {@link #signIn} blocks that long, the rest
 * answers at once. Safe for any thread.
 */
@ProviderType
public interface SignIn {
    /**
     * Checks a password and opens a session.
     *
     * @param user the account as typed
     * @param password the password as typed; the caller wipes it
     * @param source where the attempt comes from (an IP address or {@code ssh}); failures lock (account, source) pairs,
     *     so that strangers cannot lock an agent out
     * @return what came of it; wrong password, unknown and disabled account look the same
     */
    SignInResult signIn(String user, char[] password, String source);

    /**
     * Checks HTTP Basic credentials without opening a session; a verified pair is remembered for 60 s by a keyed hash.
     *
     * @param user the account
     * @param password the password
     * @param source where the attempt comes from
     * @return what came of it; the token of {@code SignedIn} is empty
     */
    SignInResult verify(String user, char[] password, String source);

    /**
     * Whose session a token is.
     *
     * @param token what {@link SignInResult.SignedIn} gave
     * @return the account, if the session is open and the person still enabled
     */
    Optional<UserId> session(String token);

    /**
     * Ends a session; nothing happens if there is none.
     *
     * @param token the session's token
     */
    void signOut(String token);

    /** What came of an attempt. */
    sealed interface SignInResult {
        /**
         * The person is who he says.
         *
         * @param user the account
         * @param token opens the session; 43 characters
         * @param expiresAt when the session ends if it is not used
         * @param mustChangePassword whether he has to choose a new password before anything else
         */
        record SignedIn(UserId user, String token, Instant expiresAt, boolean mustChangePassword)
                implements SignInResult {}

        /** Account or password is wrong, or the account is disabled. */
        record Rejected() implements SignInResult {}

        /**
         * Too many failures from this source.
         *
         * @param until no attempt counts before then
         */
        record Locked(Instant until) implements SignInResult {}
    }
}
