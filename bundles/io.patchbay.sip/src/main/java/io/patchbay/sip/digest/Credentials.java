// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.digest;

import java.util.Optional;

/** Who may sign in. Asked on a receiving thread: answers from memory, at once. */
@FunctionalInterface
public interface Credentials {
    /**
     * The secret of a user.
     *
     * @param user as the phone sent it; hostile input
     * @param realm the gate's realm
     * @param algorithm the one the phone was asked for
     * @return empty if there is no such user, or he has no secret for that algorithm; the caller treats this like a
     *     wrong password
     */
    Optional<Ha1> ha1(String user, String realm, DigestAlgorithm algorithm);
}
