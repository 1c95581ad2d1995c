// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.command;

import io.patchbay.api.address.Address;
import io.patchbay.api.content.Attachment;
import io.patchbay.api.id.AttachmentId;
import io.patchbay.api.id.ChannelKey;
import io.patchbay.api.id.MessageId;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.interaction.InteractionCommand;
import io.patchbay.api.interaction.Message;
import io.patchbay.api.interaction.OutboundCommand;
import io.patchbay.spi.command.Fields;
import java.util.List;
import java.util.Optional;

/** Reads what is sent, by which way and with what. */
final class SentFields {
    private SentFields() {}

    static InteractionCommand.SendMessage send(Fields fields) {
        return new InteractionCommand.SendMessage(
                PathHandlers.interaction(fields),
                fields.text("text"),
                fields.maybeText("channel")
                        .map(channel -> new InteractionCommand.OtherWay(
                                new ChannelKey(channel),
                                Address.parse(fields.text("to")),
                                fields.maybeText("subject"))),
                attachments(fields));
    }

    static OutboundCommand.WriteTo write(Fields fields) {
        return new OutboundCommand.WriteTo(
                new ChannelKey(fields.text("channel")),
                fields.maybeText("from").map(Address::parse),
                Address.parse(fields.text("to")),
                new QueueId(fields.text("queue")),
                fields.maybeText("subject"),
                fields.text("text"),
                attachments(fields));
    }

    static InteractionCommand.ReportMessage report(Fields fields) {
        String delivery = fields.text("delivery");
        if (!delivery.equals("delivered") && !delivery.equals("failed")) {
            throw new IllegalArgumentException(
                    "the field \"delivery\" must be delivered or failed but is \"" + delivery + "\"");
        }
        return new InteractionCommand.ReportMessage(
                PathHandlers.interaction(fields),
                new MessageId(fields.text("message")),
                delivery.equals("failed") ? Message.Delivery.FAILED : Message.Delivery.DELIVERED,
                fields.maybeText("reason").orElse(""));
    }

    private static List<Attachment> attachments(Fields fields) {
        return fields.objects("attachments").stream()
                .map(SentFields::attachment)
                .toList();
    }

    private static Attachment attachment(Fields one) {
        return new Attachment(
                AttachmentId.parse(one.text("id")),
                one.maybeText("role").map(Attachment.Role::parse).orElse(Attachment.Role.FILE),
                Optional.of(one.text("name")),
                one.text("type"),
                one.number("size"),
                one.text("sha256"));
    }
}
