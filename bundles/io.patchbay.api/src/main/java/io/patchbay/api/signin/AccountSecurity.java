// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.signin;

import io.patchbay.api.access.Scope;
import io.patchbay.api.id.UserId;
import io.patchbay.api.watch.Watch;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Sessions, second factors and service accounts as they are now. Everybody reads his own; those of others ask for
 * {@link #ASSIST} and their unit. Reads answer from memory; safe for any thread. Changes are {@link SignInCommand}s.
 */
@ProviderType
public interface AccountSecurity {
    /** See and end sessions of others, demand and take away their second factors. */
    String ASSIST = "signin.assist";

    /** Make service accounts, give and revoke their tokens. */
    String SERVICES = "service.edit";

    /**
     * The open sessions of a person.
     *
     * @param scope who asks
     * @param user whose
     * @return the one used last first; empty without the right
     */
    List<OpenSession> sessions(Scope scope, UserId user);

    /**
     * The id of a session.
     *
     * @param token opens it
     * @return its id if it is open; this does not count as use
     */
    Optional<String> sessionId(String token);

    /**
     * The second factor of a person.
     *
     * @param scope who asks
     * @param user whose
     * @return how it is; empty without the right
     */
    Optional<SecondFactor> secondFactor(Scope scope, UserId user);

    /**
     * The service accounts.
     *
     * @param scope who asks; needs {@link #SERVICES}
     * @return those of the units he sees, by account
     */
    List<ServiceAccount> services(Scope scope);

    /**
     * Tells when a session is over, however it ended.
     *
     * @param token opens it
     * @param then called once, on any thread: returns at once; at once if it is over already
     * @return ends it
     */
    Watch whenEnded(String token, Runnable then);
}
