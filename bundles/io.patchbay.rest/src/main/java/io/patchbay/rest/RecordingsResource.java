// SPDX-License-Identifier: Apache-2.0
package io.patchbay.rest;

import io.patchbay.api.command.Actor;
import io.patchbay.api.command.Problem;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.recording.AskedBytes;
import io.patchbay.api.recording.RecordedSound;
import io.patchbay.api.recording.Recordings;
import io.patchbay.api.recording.Recordings.Answer;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.StreamingOutput;

/** Recordings as WAV files, also by range; nothing of them is kept on the way. */
@Path("/recordings")
public final class RecordingsResource {
    private static final String TYPE = "audio/wav";

    private final Recordings recordings;

    RecordingsResource(Recordings recordings) {
        this.recordings = recordings;
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

    private static Response.ResponseBuilder head(int status, long length) {
        return Response.status(status)
                .header("Accept-Ranges", "bytes")
                .header("Cache-Control", "no-store")
                .header(HttpHeaders.CONTENT_LENGTH, length);
    }

    private RecordedSound open(String interaction, SecurityContext security, HttpHeaders headers) {
        Caller caller = Caller.of(security);
        Answer answer = recordings.open(new Actor.Person(caller.user(), caller.scope()), id(interaction, headers));
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
            case "forbidden" -> 403;
            case "no-recording" -> 404;
            case "erased" -> 410;
            default -> 503;
        };
    }
}
