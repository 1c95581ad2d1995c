// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.web;

import io.patchbay.api.command.Actor;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.recording.AskedBytes;
import io.patchbay.api.recording.Copy;
import io.patchbay.api.recording.Peaks;
import io.patchbay.api.recording.RecordedSound;
import io.patchbay.api.recording.Recordings;
import io.patchbay.api.recording.Recordings.Answer;
import io.patchbay.ui.console.core.Services;
import io.patchbay.ui.kit.text.Languages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * {@code /patchbay/recording/ID}: the sound for the player of the page, by ranges, for whoever is signed in to the
 * browser's session; {@code …/peaks} its wave forms, {@code …/copy} a file to take out. Each request is judged anew: a
 * right that is taken away ends the playing.
 */
final class RecordingPath {
    private static final Pattern OURS = Pattern.compile("/patchbay/recording/([0-9a-f-]{36})(/peaks|/copy)?");
    private static final String PURPOSE = "Patchbay-Purpose";
    private static final int COLUMNS = 800;

    boolean serve(HttpServletRequest request, HttpServletResponse response, Services services) throws IOException {
        String path = request.getPathInfo() == null ? request.getServletPath() : request.getPathInfo();
        Matcher ours = OURS.matcher(path);
        if (!ours.matches()) {
            return false;
        }
        response.setHeader("Cache-Control", "no-store");
        Optional<Actor.Person> listener = SignedIn.judge(request, response, services);
        if (listener.isPresent()) {
            InteractionId id = InteractionId.parse(ours.group(1));
            Recordings recordings = services.recordings();
            if (ours.group(2) == null) {
                boolean head = request.getMethod().equals("HEAD");
                answer(recordings.open(listener.get(), id), head, request, response);
            } else if (ours.group(2).equals("/peaks")) {
                peaks(recordings.open(listener.get(), id), request, response);
            } else {
                copy(id, recordings, listener.get(), request, response);
            }
        }
        return true;
    }

    /** To draw it: the same look as hearing it. */
    private static void peaks(Answer answer, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (answer instanceof Answer.Refused refused) {
            response.setStatus(status(refused.problem().code()));
            return;
        }
        RecordedSound sound = ((Answer.Open) answer).sound();
        int columns = (int) Math.min(
                Peaks.MOST_COLUMNS, Math.max(1, number(request, "columns").orElse(COLUMNS)));
        write(response, "application/json", shape(sound, sound.peaks(Duration.ZERO, sound.duration(), columns)));
    }

    private static OptionalLong number(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value != null && value.matches("[0-9]{1,12}")
                ? OptionalLong.of(Long.parseLong(value))
                : OptionalLong.empty();
    }

    private static String shape(RecordedSound sound, Peaks peaks) {
        String gaps = sound.gaps().stream()
                .map(gap -> "{\"atMillis\":" + gap.at().toMillis() + ",\"lengthMillis\":"
                        + gap.length().toMillis() + ",\"why\":\""
                        + gap.why().name().toLowerCase(Locale.ROOT) + "\"}")
                .collect(Collectors.joining(","));
        return "{\"durationMillis\":" + sound.duration().toMillis() + ",\"toMillis\":"
                + peaks.to().toMillis() + ",\"customer\":" + peaks.customer() + ",\"agent\":" + peaks.agent()
                + ",\"gaps\":[" + gaps + "]}";
    }

    /** A header of our own cannot be sent by a link or a form of another site. */
    private static void copy(
            InteractionId id,
            Recordings recordings,
            Actor.Person taker,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Copy wish = new Copy(purpose(request), millis(request, "from"), millis(request, "to"));
        Answer answer = recordings.copy(taker, id, wish);
        if (answer instanceof Answer.Refused refused) {
            response.setStatus(status(refused.problem().code()));
            write(response, "text/plain", refused.problem().text(language(request)));
            return;
        }
        RecordedSound sound = ((Answer.Open) answer).sound();
        response.setContentType("audio/wav");
        response.setHeader("Content-Disposition", "attachment; filename=\"recording-" + id + ".wav\"");
        response.setContentLengthLong(sound.length());
        sound.write(0, sound.length(), response.getOutputStream());
    }

    private static String purpose(HttpServletRequest request) {
        String header = Optional.ofNullable(request.getHeader(PURPOSE)).orElse("");
        try {
            return URLDecoder.decode(header, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return header;
        }
    }

    private static Locale language(HttpServletRequest request) {
        return Languages.of(Optional.ofNullable(request.getHeader("Accept-Language"))
                .map(wanted -> wanted.split("[,;]", 2)[0].strip())
                .orElse("en"));
    }

    private static Optional<Duration> millis(HttpServletRequest request, String name) {
        OptionalLong value = number(request, name);
        return value.isPresent() ? Optional.of(Duration.ofMillis(value.getAsLong())) : Optional.empty();
    }

    private static void write(HttpServletResponse response, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        response.setContentType(type + ";charset=UTF-8");
        response.setContentLengthLong(bytes.length);
        response.getOutputStream().write(bytes);
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
            case "bad-purpose", "bad-stretch" -> HttpServletResponse.SC_BAD_REQUEST;
            case "forbidden", "copy-forbidden" -> HttpServletResponse.SC_FORBIDDEN;
            case "no-recording" -> HttpServletResponse.SC_NOT_FOUND;
            case "erased" -> HttpServletResponse.SC_GONE;
            default -> HttpServletResponse.SC_SERVICE_UNAVAILABLE;
        };
    }
}
