// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.web;

import io.patchbay.api.command.Actor;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.recording.AskedBytes;
import io.patchbay.api.recording.RecordedSound;
import io.patchbay.api.recording.Recordings.Answer;
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
        Optional<Actor.Person> listener = SignedIn.judge(request, response, services);
        if (listener.isPresent()) {
            answer(
                    services.recordings().open(listener.get(), InteractionId.parse(ours.group(1))),
                    request.getMethod().equals("HEAD"),
                    request,
                    response);
        }
        return true;
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
