// SPDX-License-Identifier: Apache-2.0
package io.patchbay.rest;

import io.patchbay.api.access.Scope;
import io.patchbay.api.command.Actor;
import io.patchbay.api.id.UserId;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;

/** Who calls, with what he may see; in place of the container's own idea of security. */
record Caller(UserId user, Scope scope, boolean secure) implements SecurityContext {
    static Caller of(SecurityContext context) {
        return (Caller) context;
    }

    Actor actor() {
        return new Actor.Person(user, scope);
    }

    @Override
    public Principal getUserPrincipal() {
        return user::value;
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
