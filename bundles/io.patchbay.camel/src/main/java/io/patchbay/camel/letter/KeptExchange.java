// SPDX-License-Identifier: Apache-2.0
package io.patchbay.camel.letter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * What is kept of a dead letter: text or bytes, and the headers that are text, numbers, flags or lists of text.
 *
 * @param reason why it failed
 * @param text the body, if it was text
 * @param bytes the body in base64, if it was bytes
 * @param headers by name
 * @param whole whether the body is all there
 */
record KeptExchange(
        String reason, Optional<String> text, Optional<String> bytes, Map<String, Object> headers, boolean whole) {
    /** As much as the vault seals, with room for headers and base64. */
    private static final int MOST_CHARACTERS = 120_000;

    private static final ObjectMapper JSON = new ObjectMapper();

    static KeptExchange of(Exchange exchange, Message original, String reason) {
        Map<String, Object> headers = new TreeMap<>();
        original.getHeaders().forEach((name, value) -> {
            if (plain(value)) {
                headers.put(name, value);
            }
        });
        Object body = original.getBody();
        if (body == null) {
            return new KeptExchange(reason, Optional.empty(), Optional.empty(), headers, true);
        } else if (body instanceof byte[] raw) {
            return fitting(
                    reason, Optional.empty(), Optional.of(Base64.getEncoder().encodeToString(raw)), headers);
        }
        String text = exchange.getContext().getTypeConverter().tryConvertTo(String.class, exchange, body);
        return fitting(reason, Optional.ofNullable(text), Optional.empty(), headers);
    }

    private static KeptExchange fitting(
            String reason, Optional<String> text, Optional<String> bytes, Map<String, Object> headers) {
        boolean fits = text.or(() -> bytes)
                .filter(content -> content.length() <= MOST_CHARACTERS)
                .isPresent();
        return fits
                ? new KeptExchange(reason, text, bytes, headers, true)
                : new KeptExchange(reason, Optional.empty(), Optional.empty(), headers, false);
    }

    private static boolean plain(Object value) {
        return value instanceof Boolean
                || value instanceof Integer
                || value instanceof Long
                || (value instanceof String text && text.length() <= 4_000)
                || (value instanceof List<?> list
                        && list.size() <= 100
                        && list.stream().allMatch(String.class::isInstance));
    }

    /** Puts body and headers into a fresh message. */
    void into(Message message) {
        message.setHeaders(new TreeMap<>(headers));
        bytes.map(Base64.getDecoder()::decode).ifPresent(message::setBody);
        text.ifPresent(message::setBody);
    }

    String json() {
        Map<String, Object> values = new TreeMap<>(Map.of("reason", reason, "headers", headers, "whole", whole));
        text.ifPresent(value -> values.put("text", value));
        bytes.ifPresent(value -> values.put("bytes", value));
        try {
            return JSON.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a dead letter cannot be written", e);
        }
    }

    @SuppressWarnings("unchecked") // as written above
    static KeptExchange parse(String json) {
        try {
            Map<String, Object> values = JSON.readValue(json.getBytes(StandardCharsets.UTF_8), Map.class);
            return new KeptExchange(
                    (String) values.get("reason"),
                    Optional.ofNullable((String) values.get("text")),
                    Optional.ofNullable((String) values.get("bytes")),
                    (Map<String, Object>) values.get("headers"),
                    (Boolean) values.get("whole"));
        } catch (java.io.IOException e) {
            throw new IllegalStateException("a dead letter cannot be read", e);
        }
    }
}
