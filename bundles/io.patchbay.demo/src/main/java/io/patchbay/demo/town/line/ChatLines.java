// SPDX-License-Identifier: Apache-2.0
package io.patchbay.demo.town.line;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.demo.town.seed.Staff;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Customers who chat, by the wire contract of {@code /chat/ws}. */
public final class ChatLines implements Line.Opener {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final URI address;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    public ChatLines(URI address) {
        this.address = address;
    }

    @Override
    public Line open(Visit visit, Line.Ear ear) {
        Chat chat = new Chat(visit, ear);
        var unused = client.newWebSocketBuilder()
                .connectTimeout(PATIENCE)
                .buildAsync(address, chat)
                .whenComplete((socket, failure) -> {
                    if (failure != null) {
                        ear.failed(String.valueOf(failure.getMessage()));
                    }
                });
        return chat;
    }

    private static final class Chat implements Line, WebSocket.Listener {
        private final Visit visit;
        private final Line.Ear ear;
        private final StringBuilder half = new StringBuilder();
        private final CompletableFuture<WebSocket> socket = new CompletableFuture<>();
        private CompletableFuture<WebSocket> last = socket;

        Chat(Visit visit, Line.Ear ear) {
            this.visit = visit;
            this.ear = ear;
        }

        private static ObjectNode frame(String type) {
            return JSON.createObjectNode().put("type", type);
        }

        private void send(ObjectNode frame) {
            then(opened -> opened.sendText(frame.toString(), true));
        }

        /** One thing after the other, as the JDK's client wants it; what fails ends the socket, which is told. */
        private synchronized void then(Function<WebSocket, CompletionStage<WebSocket>> what) {
            last = last.thenCompose(what);
        }

        @Override
        public void onOpen(WebSocket opened) {
            socket.complete(opened);
            ObjectNode hello = frame("hello")
                    .put("name", visit.who().name())
                    .put("locale", visit.who().locale());
            if (!visit.guest()) {
                hello.put("queue", Staff.queue(visit.matter().queue()).value());
            }
            send(hello);
            say(1);
            opened.request(1);
        }

        @Override
        public void say(int number) {
            visit.says(number)
                    .ifPresent(words ->
                            send(frame("message").put("id", "t" + number).put("text", words)));
        }

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean whole) {
            half.append(text);
            if (whole) {
                read(half.toString());
                half.setLength(0);
            }
            from.request(1);
            return null;
        }

        private void read(String text) {
            try {
                JsonNode frame = JSON.readTree(text);
                String type = frame.path("type").asText();
                if (type.equals("message") && frame.path("from").asText().equals("agent")) {
                    ear.heard();
                } else if (type.equals("ended")) {
                    ear.over();
                } else if (type.equals("error")) {
                    ear.failed(frame.path("code").asText());
                }
            } catch (JsonProcessingException e) {
                ear.failed("not JSON: " + e.getOriginalMessage());
            }
        }

        @Override
        public void onError(WebSocket from, Throwable failure) {
            ear.failed(String.valueOf(failure.getMessage()));
        }

        @Override
        public void leave() {
            send(frame("bye"));
            then(opened -> opened.sendClose(WebSocket.NORMAL_CLOSURE, ""));
        }
    }
}
