// SPDX-License-Identifier: Apache-2.0
package io.patchbay.rest;

import io.patchbay.api.access.Scope;
import io.patchbay.api.address.Address;
import io.patchbay.api.command.Problem;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.CustomerId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.api.interaction.InteractionFilter;
import io.patchbay.api.recording.AskedBytes;
import io.patchbay.api.recording.Copy;
import io.patchbay.api.recording.Peaks;
import io.patchbay.api.recording.RecordedSound;
import io.patchbay.api.recording.RecordingFilter;
import io.patchbay.api.recording.Recordings;
import io.patchbay.api.recording.Recordings.Answer;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Recordings as WAV files, also by range; nothing of them is kept on the way. */
@Path("/recordings")
public final class RecordingsResource {
    private static final String TYPE = "audio/wav";
    private static final String MILLIS = "milliseconds from the beginning, at least 0";
    private static final int COLUMNS = 800;

    private final Recordings recordings;
    private final Function<Scope, Function<Interaction, Map<String, Object>>> presents;

    RecordingsResource(Recordings recordings, Function<Scope, Function<Interaction, Map<String, Object>>> presents) {
        this.recordings = recordings;
        this.presents = presents;
    }

    /** Recorded contacts that the caller may hear, newest first. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Map<String, Object> list(
            @QueryParam("agent") String agent,
            @QueryParam("number") String number,
            @QueryParam("customer") String customer,
            @QueryParam("queue") String queue,
            @QueryParam("code") String code,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("50") String limit,
            @Context SecurityContext security,
            @Context HttpHeaders headers) {
        Parameters given = new Parameters(headers);
        InteractionFilter contact = given.filter(() -> new InteractionFilter(
                Optional.empty(),
                Optional.empty(),
                given.read("queue", queue, QueueId::new, "a queue's id"),
                given.read("customer", customer, CustomerId::parse, "a customer's id"),
                given.read("agent", agent, AgentId::new, "an agent's user name"),
                given.read("from", from, Instant::parse, "a moment such as 2026-01-31T08:00:00Z"),
                given.read("to", to, Instant::parse, "a moment such as 2026-01-31T08:00:00Z"),
                given.read("after", after, InteractionId::parse, "an interaction's id"),
                given.read("limit", limit, Integer::valueOf, "1 to 500").orElse(50)));
        Scope scope = Caller.of(security).scope();
        List<Interaction> found = recordings.find(
                scope,
                new RecordingFilter(
                        contact,
                        given.read(
                                "number",
                                number,
                                text -> new Address.PhoneNumber(text.strip()),
                                "a number such as +8613800132046"),
                        given.read("code", code, String::strip, "a code's key")));
        Optional<String> next = found.size() < contact.limit()
                ? Optional.empty()
                : Optional.of(found.get(found.size() - 1).id().toString());
        return Present.list(found.stream().map(presents.apply(scope)).toList(), next);
    }

    /** The recording of an interaction, whole or one range of its bytes. */
    @GET
    @Path("{interaction}")
    public Response sound(
            @PathParam("interaction") String interaction,
            @HeaderParam("Range") String range,
            @HeaderParam("If-Range") String unchangedSince,
            @Context SecurityContext security,
            @Context HttpHeaders headers) {
        RecordedSound sound = open(interaction, security, headers);
        AskedBytes asked = AskedBytes.of(unchangedSince == null ? range : null, sound.length());
        if (asked.status() == 416) {
            Problem outside = Problem.of(
                    "range-outside",
                    "The recording has {0} bytes; the range asked for lies outside.",
                    "录音共 {0} 字节，请求的范围超出。",
                    String.valueOf(sound.length()));
            Response refused = Problems.response(416, outside, Problems.locale(headers));
            return Response.fromResponse(refused)
                    .header("Content-Range", asked.contentRange(sound.length()))
                    .build();
        }
        StreamingOutput bytes = out -> sound.write(asked.from(), asked.to(), out);
        Response.ResponseBuilder answer =
                head(asked.status(), asked.count()).type(TYPE).entity(bytes);
        return asked.status() == 206
                ? answer.header("Content-Range", asked.contentRange(sound.length()))
                        .build()
                : answer.build();
    }

    /** Its size. */
    @HEAD
    @Path("{interaction}")
    public Response size(
            @PathParam("interaction") String interaction,
            @Context SecurityContext security,
            @Context HttpHeaders headers) {
        return head(200, open(interaction, security, headers).length())
                .type(TYPE)
                .build();
    }

    /** How loud it is over a stretch, both sides, to draw it; the same look as hearing it. */
    @GET
    @Path("{interaction}/peaks")
    @Produces(MediaType.APPLICATION_JSON)
    public Map<String, Object> peaks(
            @PathParam("interaction") String interaction,
            @QueryParam("fromMillis") String from,
            @QueryParam("toMillis") String to,
            @QueryParam("columns") String columns,
            @Context SecurityContext security,
            @Context HttpHeaders headers) {
        Parameters given = new Parameters(headers);
        Optional<Duration> begin = given.read("fromMillis", from, RecordingsResource::millis, MILLIS);
        Optional<Duration> end = given.read("toMillis", to, RecordingsResource::millis, MILLIS);
        int count = given.read("columns", columns, RecordingsResource::columns, "1 to " + Peaks.MOST_COLUMNS)
                .orElse(COLUMNS);
        RecordedSound sound = open(interaction, security, headers);
        try {
            return RecordedShape.of(
                    sound, sound.peaks(begin.orElse(Duration.ZERO), end.orElse(sound.duration()), count));
        } catch (IOException e) {
            throw new UncheckedIOException("recording of " + interaction + " cannot be read", e);
        }
    }

    private static Duration millis(String text) {
        long millis = Long.parseLong(text);
        if (millis < 0) {
            throw new IllegalArgumentException(text);
        }
        return Duration.ofMillis(millis);
    }

    private static int columns(String text) {
        int count = Integer.parseInt(text);
        if (count < 1 || count > Peaks.MOST_COLUMNS) {
            throw new IllegalArgumentException(text);
        }
        return count;
    }

    /** The marks in it, by place. */
    @GET
    @Path("{interaction}/marks")
    @Produces(MediaType.APPLICATION_JSON)
    public Map<String, Object> marks(
            @PathParam("interaction") String interaction,
            @Context SecurityContext security,
            @Context HttpHeaders headers) {
        return Present.list(
                recordings.marks(Caller.of(security).scope(), id(interaction, headers)).stream()
                        .map(RecordedShape::of)
                        .toList(),
                Optional.empty());
    }

    /** The recording as a file to be taken out, for a purpose that stands in the trace. */
    @POST
    @Path("{interaction}/copies")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response copy(
            @PathParam("interaction") String interaction,
            Map<String, Object> body,
            @Context SecurityContext security,
            @Context HttpHeaders headers) {
        Map<String, Object> given = body == null ? Map.of() : body;
        Copy wish = new Copy(
                String.valueOf(given.getOrDefault("purpose", "")),
                moment(given, "fromMillis", headers),
                moment(given, "toMillis", headers));
        RecordedSound sound =
                sound(recordings.copy(Caller.of(security).actor(), id(interaction, headers), wish), headers);
        StreamingOutput bytes = out -> sound.write(0, sound.length(), out);
        return Response.ok(bytes, TYPE)
                .header("Cache-Control", "no-store")
                .header(HttpHeaders.CONTENT_LENGTH, sound.length())
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"recording-" + id(interaction, headers) + ".wav\"")
                .build();
    }

    private static Optional<Duration> moment(Map<String, Object> body, String name, HttpHeaders headers) {
        String value = body.get(name) == null ? "" : body.get(name).toString();
        return new Parameters(headers).read(name, value, RecordingsResource::millis, MILLIS);
    }

    private static Response.ResponseBuilder head(int status, long length) {
        return Response.status(status)
                .header("Accept-Ranges", "bytes")
                .header("Cache-Control", "no-store")
                .header(HttpHeaders.CONTENT_LENGTH, length);
    }

    private RecordedSound open(String interaction, SecurityContext security, HttpHeaders headers) {
        return sound(recordings.open(Caller.of(security).actor(), id(interaction, headers)), headers);
    }

    private static RecordedSound sound(Answer answer, HttpHeaders headers) {
        if (answer instanceof Answer.Refused refused) {
            throw Problems.exception(status(refused.problem().code()), refused.problem(), headers);
        }
        return ((Answer.Open) answer).sound();
    }

    private static InteractionId id(String text, HttpHeaders headers) {
        try {
            return InteractionId.parse(text);
        } catch (IllegalArgumentException e) {
            throw Problems.exception(404, Problems.notFound("interaction", text), headers);
        }
    }

    private static int status(String code) {
        return switch (code) {
            case "bad-purpose", "bad-stretch" -> 400;
            case "forbidden", "copy-forbidden" -> 403;
            case "no-recording" -> 404;
            case "erased" -> 410;
            default -> 503;
        };
    }
}
