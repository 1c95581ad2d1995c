// SPDX-License-Identifier: Apache-2.0
package io.patchbay.store.copy;

import java.util.Objects;

/**
 * Where a copy goes, in the words of {@code io.patchbay.store.cfg}.
 *
 * @param url JDBC address of H2 or PostgreSQL
 * @param user who connects
 * @param password his password, may be empty; <code>${env:NAME}</code> is a variable of the environment
 */
public record CopyTarget(String url, String user, String password) {
    public CopyTarget {
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(password, "password");
    }

    /** Without the password and the address's parameters, which may hold one. */
    @Override
    public String toString() {
        return user + " at " + url.replaceFirst("[?;].*", "");
    }
}
