// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.web;

import io.patchbay.api.command.Actor;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.recording.AskedBytes;
import io.patchbay.api.recording.RecordedSound;
import io.patchbay.api.recording.Recordings.Answer;
import io.patchbay.ui.console.core.Reader;
import io.patchbay.ui.console.core.Services;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code /patchbay/recording/ID}: the sound for the player of the page, by ranges, for whoever is signed in to the
 * browser's session. Each request is judged anew: a right that is taken away ends the playing.
 */
final class RecordingPath {
    private static final Pattern OURS = Pattern.compile("/patchbay/recording/([0-9a-f-]{36})");

    boolean serve(HttpServletRequest request, HttpServletResponse response, Services services) throws IOException {
        String path = request.getPathInfo() == null ? request.getServletPath() : request.getPathInfo();
        Matcher ours = OURS.matcher(path);
        if (!ours.matches()) {
            return false;
        }
        response.setHeader("Cache-Control", "no-store");
        boolean head = request.getMethod().equals("HEAD");
        Optional<Reader> reader = Reader.of(request).filter(known -> !known.mustChangePassword());
        if (!head && !request.getMethod().equals("GET")) {
            response.setHeader("Allow", "GET, HEAD");
            response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        } else if (foreign(request)) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        } else if (reader.isEmpty()
                || services.signIn().session(reader.get().token()).isEmpty()) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            Actor.Person listener = new Actor.Person(
                    reader.get().user(), services.people().scope(reader.get().user()));
            answer(services.recordings().open(listener, InteractionId.parse(ours.group(1))), head, request, response);
        }
        return true;
    }

    /** A link on another site must not put a look into the trace that its reader never meant. */
    private static boolean foreign(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("Sec-Fetch-Site"))
                .filter(site -> !site.equals("same-origin") && !site.equals("none"))
                .isPresent();
    }

    private static void answer(Answer answer, boolean head, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (answer instanceof Answer.Refused refused) {
            response.setStatus(status(refused.problem().code()));
            return;
        }
        RecordedSound sound = ((Answer.Open) answer).sound();
        AskedBytes asked = AskedBytes.of(head ? null : request.getHeader("Range"), sound.length());
        response.setStatus(asked.status());
        response.setHeader("Accept-Ranges", "bytes");
        if (asked.status() != HttpServletResponse.SC_OK) {
            response.setHeader("Content-Range", asked.contentRange(sound.length()));
        }
        if (asked.status() != HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE) {
            response.setContentType("audio/wav");
            response.setContentLengthLong(asked.count());
            if (!head) {
                sound.write(asked.from(), asked.to(), response.getOutputStream());
            }
        }
    }

    private static int status(String code) {
        return switch (code) {
            case "forbidden" -> HttpServletResponse.SC_FORBIDDEN;
            case "no-recording" -> HttpServletResponse.SC_NOT_FOUND;
            case "erased" -> HttpServletResponse.SC_GONE;
            default -> HttpServletResponse.SC_SERVICE_UNAVAILABLE;
        };
    }
}
