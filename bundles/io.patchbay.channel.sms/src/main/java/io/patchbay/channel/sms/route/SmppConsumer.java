// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.sms.route;

import io.patchbay.api.content.Attachment;
import io.patchbay.channel.sms.traffic.SmsLetter;
import io.patchbay.spi.channel.Enclosure;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultConsumer;

/** Makes each whole SMS an exchange; the SMSC gets its answer when the exchange is done. */
final class SmppConsumer extends DefaultConsumer {
    private final SmppEndpoint endpoint;
    private final Function<SmsLetter, CompletionStage<Void>> way = this::take;
    private volatile Line line;

    SmppConsumer(SmppEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
        this.endpoint = endpoint;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        line = endpoint.line();
        line.serve(way);
    }

    @Override
    protected void doStop() throws Exception {
        line.unserve(way);
        super.doStop();
    }

    private CompletionStage<Void> take(SmsLetter letter) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Exchange exchange = createExchange(false);
        write(letter, exchange.getMessage());
        getAsyncProcessor().process(exchange, doneSync -> {
            if (exchange.getException() == null) {
                done.complete(null);
            } else {
                done.completeExceptionally(exchange.getException());
            }
        });
        return done;
    }

    private void write(SmsLetter letter, Message message) {
        message.setHeader("PatchbayId", letter.id());
        message.setHeader("PatchbayFrom", letter.from().text());
        message.setHeader("PatchbayTo", line.address().text());
        message.setHeader("PatchbayQueue", line.intake().queue().value());
        message.setHeader("PatchbayKind", "sms");
        message.setHeader("PatchbayLocale", line.intake().locale());
        letter.original().ifPresent(octets -> message.setHeader("PatchbayEnclosures", List.of(original(octets))));
        message.setBody(letter.text());
    }

    private static Enclosure original(byte[] octets) {
        return new Enclosure(
                Attachment.Role.ORIGINAL,
                "sms.bin",
                "application/octet-stream",
                () -> new ByteArrayInputStream(octets));
    }
}
