// SPDX-License-Identifier: Apache-2.0
package io.patchbay.rest;

import io.patchbay.api.access.Scope;
import io.patchbay.api.command.Actor;
import io.patchbay.api.command.Origin;
import io.patchbay.api.id.UserId;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;

/** Who calls, with what he may see; his own principal, since Jersey hands the context out behind a proxy. */
record Caller(UserId user, Scope scope, boolean secure, String address) implements SecurityContext, Principal {
    /** From nobody knows where, for tests. */
    Caller(UserId user, Scope scope, boolean secure) {
        this(user, scope, secure, "");
    }

    static Caller of(SecurityContext context) {
        return (Caller) context.getUserPrincipal();
    }

    Actor.Person actor() {
        return new Actor.Person(user, scope, Origin.of(("rest " + address).strip()));
    }

    @Override
    public Principal getUserPrincipal() {
        return this;
    }

    @Override
    public String getName() {
        return user.value();
    }

    @Override
    public boolean isUserInRole(String permission) {
        return scope.may(permission);
    }

    @Override
    public boolean isSecure() {
        return secure;
    }

    @Override
    public String getAuthenticationScheme() {
        return "patchbay";
    }
}
