// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.people;

import io.patchbay.api.access.Scope;
import io.patchbay.api.command.Problem;
import io.patchbay.api.id.UserId;
import io.patchbay.api.signin.Greeting;
import io.patchbay.api.signin.Visit;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
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
     * @param visit where the attempt comes from; failures lock (account, place) pairs, so that strangers cannot lock an
     *     agent out
     * @return what came of it; wrong password, unknown and disabled account look the same
     */
    SignInResult signIn(String user, char[] password, Visit visit);

    /**
     * As {@link #signIn(String, char[], Visit)}, of a program or where nothing but the address is known.
     *
     * @param user the account as typed
     * @param password the password as typed
     * @param source an IP address or {@code ssh}
     * @return what came of it
     */
    default SignInResult signIn(String user, char[] password, String source) {
        return signIn(user, password, Visit.from(source));
    }

    /**
     * Answers {@link SignInResult.CodeWanted}.
     *
     * @param challenge its challenge
     * @param code what the authenticator shows, or a recovery code
     * @param visit where the attempt comes from
     * @return what came of it; {@code Rejected} leaves the challenge open for another try, five in all
     */
    SignInResult answer(String challenge, String code, Visit visit);

    /**
     * What a program may see and do.
     *
     * @param token of a service account
     * @param address where it comes from
     * @return its scope, if the token is right, valid and allowed from there
     */
    Optional<Scope> program(String token, String address);

    /**
     * The ways in beside the password, as they are now.
     *
     * @return one a provider that people are sent to
     */
    List<Door> doors();

    /**
     * Sends somebody to a provider. Blocks while the provider is asked, at most some seconds.
     *
     * @param door the door's name
     * @param back where the provider shall send him afterwards
     * @return where he goes, or why not
     */
    Leaving leave(String door, URI back);

    /**
     * Takes somebody whom a provider sent back. Blocks while the provider is asked, at most some seconds.
     *
     * @param state what {@link Leaving.Away} gave; the caller has checked that it is this browser's
     * @param answer the parameters of the provider's address
     * @param visit where he comes from
     * @return what came of it
     */
    SignInResult comeBack(String state, Map<String, String> answer, Visit visit);

    /**
     * Checks HTTP Basic credentials without opening a session; a verified pair is remembered for 60 s by a keyed hash.
     * Who has a second factor is rejected: here is no room for it.
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
         * @param mustEnrol whether he has to set up a second factor before anything else
         * @param greeting what he is told
         */
        record SignedIn(
                UserId user,
                String token,
                Instant expiresAt,
                boolean mustChangePassword,
                boolean mustEnrol,
                Greeting greeting)
                implements SignInResult {
            public SignedIn {
                Objects.requireNonNull(greeting, "greeting");
            }

            /**
             * Somebody with nothing to do first and nothing to be told.
             *
             * @param user the account
             * @param token opens the session
             * @param expiresAt when the session ends if it is not used
             * @param mustChangePassword whether he has to choose a new password before anything else
             */
            public SignedIn(UserId user, String token, Instant expiresAt, boolean mustChangePassword) {
                this(user, token, expiresAt, mustChangePassword, false, Greeting.NONE);
            }
        }

        /**
         * The password is right; the second factor is asked for.
         *
         * @param challenge goes into {@link SignIn#answer}
         * @param until when it is too late
         */
        record CodeWanted(String challenge, Instant until) implements SignInResult {}

        /**
         * It cannot be found out, or whoever it is has no account here.
         *
         * @param problem why, and what to do
         */
        record Refused(Problem problem) implements SignInResult {}

        /** Account or password is wrong, or the account is disabled. */
        record Rejected() implements SignInResult {}

        /**
         * Too many failures from this source.
         *
         * @param until no attempt counts before then
         */
        record Locked(Instant until) implements SignInResult {}
    }

    /**
     * A way in beside the password.
     *
     * @param name stable, part of addresses
     * @param english words on the button
     * @param chinese the same in zh-CN
     */
    record Door(String name, String english, String chinese) {
        /**
         * The words on the button.
         *
         * @param locale the reader's
         * @return Chinese for any {@code zh}, else English
         */
        public String title(Locale locale) {
            return locale.getLanguage().equals("zh") ? chinese : english;
        }
    }

    /** What comes of going to a provider. */
    sealed interface Leaving {
        /**
         * He goes there.
         *
         * @param address the provider's page
         * @param state names this journey; bound to the browser by the caller
         */
        record Away(URI address, String state) implements Leaving {}

        /**
         * The provider does not answer, or the door is gone.
         *
         * @param problem why, and what to do
         */
        record Shut(Problem problem) implements Leaving {}
    }
}
