// SPDX-License-Identifier: Apache-2.0
package io.patchbay.rest;

import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;

/** A monitoring system; it reaches only what is {@link Scraped}. */
record Scraper(boolean secure) implements SecurityContext, Principal {
    @Override
    public Principal getUserPrincipal() {
        return this;
    }

    @Override
    public String getName() {
        return "scraper";
    }

    @Override
    public boolean isUserInRole(String permission) {
        return true;
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
