// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.chat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.api.id.ConversationId;
import io.patchbay.api.id.MessageId;
import io.patchbay.channel.chat.Frames.Fault;
import io.patchbay.spi.channel.Arrival;
import io.patchbay.spi.channel.ChannelSignal;
import io.patchbay.spi.channel.OverloadException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** What one socket says, frame by frame: the wire contract without a web container. One thread at a time. */
final class Dialogue {
    private static final int LONGEST_NAME = 120;
    private static final int PATIENCE = 10;

    /** What is on its way is still read: a closed socket would answer it with a reset in place of the reason. */
    private static final Executor LATER = CompletableFuture.delayedExecutor(300, TimeUnit.MILLISECONDS);

    private final ChatChannel channel;
    private final Connection connection;
    private final InstantSource clock;
    private Visitor visitor;
    private ConversationId conversation;
    private String queue = "";
    private long second;
    private int frames;
    private boolean flooding;

    Dialogue(ChatChannel channel, Connection connection, InstantSource clock) {
        this.channel = channel;
        this.connection = connection;
        this.clock = clock;
    }

    /** A text frame came. */
    void frame(String text) {
        if (tooFast()) {
            return;
        }
        Optional<ObjectNode> frame = Frames.read(text);
        if (frame.isEmpty()) {
            fault(Fault.BAD_JSON);
            connection.close(1007, "not one JSON object");
            return;
        }
        String type = Frames.text(frame.get(), "type");
        if (type.equals("hello")) {
            hello(frame.get());
        } else if (visitor == null) {
            fault(Fault.HELLO_FIRST);
        } else {
            said(type, frame.get());
        }
    }

    /** Beyond the limit frames are dropped with one word a second; a flood costs the connection. */
    private boolean tooFast() {
        long now = clock.millis() / 1000;
        if (now != second) {
            second = now;
            frames = 0;
        }
        frames++;
        int most = channel.settings().maxFramesPerSecond();
        if (frames == most + 1) {
            fault(Fault.TOO_FAST);
        } else if (frames > most * PATIENCE && !flooding) {
            flooding = true;
            LATER.execute(() -> connection.close(1008, "too many frames"));
        }
        return frames > most || flooding;
    }

    private void hello(ObjectNode frame) {
        String token = Frames.text(frame, "session");
        Optional<ConversationId> known =
                token.isEmpty() ? Optional.empty() : channel.tokens().conversation(token);
        if (!token.isEmpty() && known.isEmpty()) {
            fault(Fault.BAD_SESSION);
            return;
        }
        String name = Frames.text(frame, "name").strip();
        String locale = Frames.text(frame, "locale");
        Arrival.About about = new Arrival.About(
                Optional.of(name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name)
                        .filter(given -> !given.isEmpty()),
                Optional.empty(),
                locale.isEmpty() || locale.length() > 35 ? "zh-CN" : locale);
        conversation = known.orElseGet(() -> ConversationId.at(clock.millis()));
        visitor = channel.visitor(conversation, about);
        queue = Frames.text(frame, "queue");
        visitor.attach(connection, channel.tokens().token(conversation), about, Frames.text(frame, "after"));
        if (known.isEmpty()) {
            channel.greeting(queue, visitor.chinese(), clock.instant())
                    .ifPresent(words ->
                            connection.send(Frames.system("greeting-" + conversation, words, clock.instant())));
        }
    }

    private void said(String type, ObjectNode frame) {
        switch (type) {
            case "message" -> message(Frames.text(frame, "id"), Frames.text(frame, "text"));
            case "typing" -> visitor.signal(new ChannelSignal.Typing());
            case "bye" -> visitor.leave("customer");
            default -> fault(Fault.UNKNOWN_TYPE);
        }
    }

    private void message(String id, String text) {
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        if (text.isBlank() || bytes > channel.settings().maxMessageBytes()) {
            fault(Fault.TOO_LONG);
            return;
        }
        MessageId message;
        try {
            message = new MessageId(id);
        } catch (IllegalArgumentException e) {
            connection.send(Frames.error(Fault.BAD_JSON, "id: " + e.getMessage()));
            return;
        }
        try {
            visitor.wrote(message, text, channel.settings().queueFor(queue));
        } catch (OverloadException e) {
            fault(Fault.OVERLOADED);
        }
    }

    /** The socket is gone. */
    void closed() {
        if (visitor != null && visitor.detach(connection)) {
            channel.leaveLater(conversation, visitor);
        }
    }

    private void fault(Fault fault) {
        connection.send(Frames.error(fault, visitor == null || visitor.chinese()));
    }
}
