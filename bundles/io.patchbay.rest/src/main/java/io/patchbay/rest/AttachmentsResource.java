// SPDX-License-Identifier: Apache-2.0
package io.patchbay.rest;

import io.patchbay.api.access.Scope;
import io.patchbay.api.command.Problem;
import io.patchbay.api.content.Attachment;
import io.patchbay.api.content.Attachments;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.AttachmentId;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.interaction.Interaction;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
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
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The files of one interaction: those of its messages out, those an agent will send in. */
@Path("/interactions/{id}/attachments")
public final class AttachmentsResource {
    private static final long LARGEST = 25L << 20;

    private final Services services;

    AttachmentsResource(Services services) {
        this.services = services;
    }

    /** A file, always to be saved and never to be shown: its type is the sender's word. */
    @GET
    @Path("{attachment}")
    public Response file(
            @PathParam("id") String id,
            @PathParam("attachment") String attachment,
            @Context SecurityContext security,
            @Context HttpHeaders headers)
            throws IOException {
        Scope scope = Caller.of(security).scope();
        Interaction interaction = InteractionsResource.find(services, id, scope, headers);
        Attachment found = services.interactions.messages(scope, interaction.id()).stream()
                .flatMap(message -> message.attachments().stream())
                .filter(one -> one.id().toString().equals(attachment))
                .findFirst()
                .orElseThrow(() -> Problems.exception(404, Problems.notFound("attachment", attachment), headers));
        InputStream bytes = services.interactions
                .attachment(scope, interaction.id(), AttachmentId.parse(attachment))
                .orElseThrow(() -> Problems.exception(410, erased(attachment), headers));
        StreamingOutput out = target -> {
            try (bytes) {
                bytes.transferTo(target);
            }
        };
        String name = URLEncoder.encode(found.name().orElse("file"), StandardCharsets.UTF_8)
                .replace("+", "%20");
        return Response.ok(out, MediaType.APPLICATION_OCTET_STREAM)
                .header("Content-Disposition", "attachment; filename*=UTF-8''" + name)
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header("Cache-Control", "no-store")
                .build();
    }

    /** Keeps a file that a message of the caller's will name. */
    @POST
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    public Response keep(
            @PathParam("id") String id,
            @QueryParam("name") @DefaultValue("") String name,
            @QueryParam("type") @DefaultValue(MediaType.APPLICATION_OCTET_STREAM) String type,
            @Context SecurityContext security,
            @Context HttpHeaders headers,
            InputStream body)
            throws IOException {
        Scope scope = Caller.of(security).scope();
        Interaction interaction = InteractionsResource.find(services, id, scope, headers);
        AgentId me = new AgentId(scope.reader().orElseThrow().value());
        boolean mine = interaction.assignments().stream()
                .anyMatch(part -> part.agent().equals(me) && part.endedAt().isEmpty());
        if (!mine) {
            throw Problems.exception(409, notYours(interaction.id()), headers);
        } else if (name.isBlank() || name.length() > Attachments.LONGEST_NAME) {
            throw Problems.exception(400, Problems.invalid("name", name, "1 to 200 characters"), headers);
        }
        byte[] bytes = body.readNBytes((int) LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw Problems.exception(413, tooLarge(), headers);
        }
        Attachment kept = services.attachments.keep(
                interaction.conversation(), Attachment.Role.FILE, name, type, new ByteArrayInputStream(bytes));
        Map<String, Object> json = Present.attachment(kept);
        return Response.status(201).entity(json).build();
    }

    private static Problem erased(String attachment) {
        return Problem.of("erased", "The attachment {0} was erased.", "附件 {0} 已被清除。", attachment);
    }

    private static Problem notYours(InteractionId contact) {
        return Problem.of("not-yours", "The contact {0} is not on your desk.", "会话 {0} 不在您的工作台上。", contact);
    }

    private static Problem tooLarge() {
        return Problem.of(
                "too-large",
                "A file may have up to 25 MiB. Send it in parts or by another way.",
                "附件不得超过 25 MiB，请分批或改用其他方式发送。");
    }
}
