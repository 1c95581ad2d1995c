// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.web;

import io.patchbay.api.command.Actor;
import io.patchbay.api.command.Origin;
import io.patchbay.ui.console.core.Reader;
import io.patchbay.ui.console.core.Services;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/** Who asks for a file of the page: each request is judged anew, a right that is taken away counts at once. */
final class SignedIn {
    private SignedIn() {}

    /** The reader with his rights as they are now; else the refusal is written. */
    static Optional<Actor.Person> judge(HttpServletRequest request, HttpServletResponse response, Services services) {
        boolean looks = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        Optional<Reader> reader = Reader.of(request)
                .filter(known -> !known.held())
                .filter(known -> services.signIn().session(known.token()).isPresent());
        if (!looks) {
            response.setHeader("Allow", "GET, HEAD");
            response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        } else if (foreign(request)) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        } else if (reader.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            return Optional.of(new Actor.Person(
                    reader.get().user(),
                    services.people().scope(reader.get().user()),
                    Origin.of("console " + request.getRemoteAddr())));
        }
        return Optional.empty();
    }

    /** A link on another site must not put a look into the trace that its reader never meant. */
    private static boolean foreign(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("Sec-Fetch-Site"))
                .filter(site -> !site.equals("same-origin") && !site.equals("none"))
                .isPresent();
    }
}
