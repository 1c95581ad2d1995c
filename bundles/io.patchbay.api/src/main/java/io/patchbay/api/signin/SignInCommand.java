// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.signin;

import io.patchbay.api.command.Command;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.id.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What people change about how they and programs prove themselves. */
public sealed interface SignInCommand extends Command {
    /** In the result of {@link BeginTotp}: the secret in Base32. */
    String SECRET = "secret";

    /** In the result of {@link BeginTotp}: what a QR code holds. */
    String URI = "uri";

    /** In the results of {@link ConfirmTotp} and {@link RenewRecoveryCodes}: the codes, a list of texts. */
    String RECOVERY_CODES = "recoveryCodes";

    /** In the result of {@link MakeToken}: the token. */
    String TOKEN = "token";

    /**
     * Ends a session: {@code session.end}.
     *
     * @param user whose; others' ask for {@link AccountSecurity#ASSIST}
     * @param session its id
     */
    record EndSession(UserId user, String session) implements SignInCommand {}

    /**
     * Ends all sessions but one: {@code session.endOthers}.
     *
     * @param user whose
     * @param keep the id of the one that stays; empty for none
     */
    record EndOtherSessions(UserId user, String keep) implements SignInCommand {}

    /**
     * Gives a secret for one's authenticator, {@code totp.begin}: result {@code secret} (Base32) and {@code uri}. It
     * counts only once it is confirmed.
     *
     * @param user oneself
     */
    record BeginTotp(UserId user) implements SignInCommand {}

    /**
     * Sets one's authenticator up, {@code totp.confirm}: result {@code recoveryCodes}, the recovery codes, told once.
     *
     * @param user oneself
     * @param code what the authenticator shows
     */
    record ConfirmTotp(UserId user, String code) implements SignInCommand {
        /** Hides the code. */
        @Override
        public String toString() {
            return "ConfirmTotp[" + user + "]";
        }
    }

    /**
     * Takes one's own authenticator away, {@code totp.remove}; not while it is demanded.
     *
     * @param user oneself
     * @param code what it shows, or a recovery code
     */
    record RemoveTotp(UserId user, String code) implements SignInCommand {
        /** Hides the code. */
        @Override
        public String toString() {
            return "RemoveTotp[" + user + "]";
        }
    }

    /**
     * Makes ten new recovery codes, {@code totp.renewCodes}; the old ones end. Result {@code recoveryCodes}.
     *
     * @param user oneself
     * @param code what the authenticator shows
     */
    record RenewRecoveryCodes(UserId user, String code) implements SignInCommand {
        /** Hides the code. */
        @Override
        public String toString() {
            return "RenewRecoveryCodes[" + user + "]";
        }
    }

    /**
     * Takes the authenticator of somebody away who lost it, {@code totp.reset}; never one's own. His sessions end.
     *
     * @param user whose
     */
    record ResetTotp(UserId user) implements SignInCommand {}

    /**
     * Demands a second factor of a person, or no more: {@code totp.demand}.
     *
     * @param user whose
     * @param demanded whether he must have one
     */
    record DemandTotp(UserId user, boolean demanded) implements SignInCommand {}

    /**
     * Adds or changes a service account: {@code service.save}.
     *
     * @param user the account
     * @param name what it is for
     * @param unit what it sees
     * @param enabled whether its tokens work
     */
    record SaveService(UserId user, String name, UnitId unit, boolean enabled) implements SignInCommand {
        public SaveService {
            ServiceAccount.check(user, name);
            Objects.requireNonNull(unit, "unit");
        }
    }

    /**
     * Makes a token, {@code service.makeToken}: result {@code id} and {@code token}, told once.
     *
     * @param user the service account
     * @param name which program or machine gets it, 1 to 80 characters
     * @param permissions what it may do; no more than the actor may
     * @param sources addresses and networks it works from; empty for everywhere
     * @param expiresAt when it ends by itself
     */
    record MakeToken(
            UserId user, String name, Set<String> permissions, List<String> sources, Optional<Instant> expiresAt)
            implements SignInCommand {
        public MakeToken {
            if (name.isBlank() || name.length() > 80) {
                throw new IllegalArgumentException("name must have 1 to 80 characters but is \"" + name + "\"");
            }
            permissions = Set.copyOf(permissions);
            sources = List.copyOf(sources);
            Objects.requireNonNull(expiresAt, "expiresAt");
        }
    }

    /**
     * Revokes a token: {@code service.revokeToken}. It opens nothing from then on.
     *
     * @param user the service account
     * @param token the token's id
     */
    record RevokeToken(UserId user, String token) implements SignInCommand {}
}
