// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.api.interaction.Message;
import io.patchbay.spi.channel.ChannelSession.OutboundMessage;
import io.patchbay.spi.channel.ChannelSession.QueuePlace;
import java.time.Instant;
import java.util.Optional;

/** The frames of the wire contract, both ways (DESIGN.md 7). */
final class Frames {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Frames() {}

    /** What the contract calls errors. */
    enum Fault {
        BAD_JSON("bad-json", "This is not one JSON object.", "不是一个 JSON 对象。"),
        UNKNOWN_TYPE("unknown-type", "The frame's type is unknown.", "未知的帧类型。"),
        HELLO_FIRST("hello-first", "Say hello first.", "请先发送 hello。"),
        TOO_LONG("too-long", "The message is too long or empty; shorten it.", "消息过长或为空，请修改后再发。"),
        TOO_FAST("too-fast", "Too many messages at once; wait a moment.", "发送过快，请稍候。"),
        BAD_SESSION("bad-session", "The session is unknown; begin a new one.", "会话无效，请重新开始。"),
        OVERLOADED("overloaded", "We cannot take more now; try again in a moment.", "当前繁忙，请稍后再试。");

        private final String code;
        private final String english;
        private final String chinese;

        Fault(String code, String english, String chinese) {
            this.code = code;
            this.english = english;
            this.chinese = chinese;
        }
    }

    /** Reads a frame; empty if it is not one JSON object. */
    static Optional<ObjectNode> read(String text) {
        try {
            JsonNode node = JSON.readTree(text);
            return node instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** A text member; empty if it is missing or no text. */
    static String text(ObjectNode frame, String name) {
        JsonNode value = frame.get(name);
        return value != null && value.isTextual() ? value.textValue() : "";
    }

    private static ObjectNode frame(String type) {
        return JSON.createObjectNode().put("type", type);
    }

    static String error(Fault fault, boolean chinese) {
        return error(fault, chinese ? fault.chinese : fault.english);
    }

    static String error(Fault fault, String words) {
        return frame("error").put("code", fault.code).put("text", words).toString();
    }

    static String welcome(String token) {
        return frame("welcome").put("session", token).toString();
    }

    static String ack(String id, Instant at) {
        return frame("ack").put("id", id).put("at", at.toString()).toString();
    }

    static String queued(QueuePlace place) {
        return frame("queued")
                .put("position", place.position())
                .put("waitSeconds", place.waitSeconds())
                .put("atLeast", place.atLeast())
                .put("lowSeconds", place.lowSeconds())
                .put("highSeconds", place.highSeconds())
                .toString();
    }

    static String joined(String agent) {
        return frame("joined").put("agent", agent).toString();
    }

    static String typing() {
        return frame("typing").toString();
    }

    static String ended() {
        return frame("ended").toString();
    }

    static String message(OutboundMessage message) {
        String from = message.agent().isEmpty() ? "system" : "agent";
        return line(message.id().value(), from, message.text(), message.at());
    }

    static String message(Message message) {
        return line(message.id().value(), message.from().wire(), message.text().orElse(""), message.at());
    }

    /** Words of the house, which are no part of the conversation. */
    static String system(String id, String text, Instant at) {
        return line(id, "system", text, at);
    }

    private static String line(String id, String from, String text, Instant at) {
        return frame("message")
                .put("id", id)
                .put("from", from)
                .put("text", text)
                .put("at", at.toString())
                .toString();
    }
}
