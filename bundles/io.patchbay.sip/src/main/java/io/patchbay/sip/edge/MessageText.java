// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.edge;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** A message of ours as it is written. Line ends within values become spaces: what we write cannot be split. */
public final class MessageText {
    private final StringBuilder text = new StringBuilder(512);

    private MessageText() {}

    /** Begins a request. */
    public static MessageText request(String method, String uri) {
        MessageText message = new MessageText();
        message.text.append(method).append(' ').append(clean(uri)).append(" SIP/2.0\r\n");
        return message;
    }

    static MessageText response(int status, String reason, String head) {
        MessageText message = new MessageText();
        message.text
                .append("SIP/2.0 ")
                .append(status)
                .append(' ')
                .append(wire(clean(reason)))
                .append("\r\n");
        message.text.append(head);
        return message;
    }

    /** Adds a header whose text came from the wire, or is ASCII. */
    public MessageText line(String name, String value) {
        text.append(name).append(": ").append(clean(value)).append("\r\n");
        return this;
    }

    /** Adds a header of each value. */
    public MessageText lines(String name, List<String> values) {
        values.forEach(value -> line(name, value));
        return this;
    }

    /** Adds a header if there is something to say. */
    public MessageText lineIf(boolean wanted, String name, String value) {
        return wanted ? line(name, value) : this;
    }

    /** Ends the message without a body. */
    public byte[] bytes() {
        text.append("Content-Length: 0\r\n\r\n");
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Ends the message with a body; an empty one is none. */
    public byte[] bytes(String contentType, String body) {
        if (body.isEmpty()) {
            return bytes();
        }
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        line("Content-Type", contentType);
        text.append("Content-Length: ").append(content.length).append("\r\n\r\n");
        byte[] head = text.toString().getBytes(StandardCharsets.ISO_8859_1);
        byte[] message = Arrays.copyOf(head, head.length + content.length);
        System.arraycopy(content, 0, message, head.length, content.length);
        return message;
    }

    /** Our own text as the characters of its UTF-8 bytes, which is how text from the wire is held. */
    public static String wire(String ours) {
        return new String(ours.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    /** A displayed name, quoted; empty if there is none. */
    public static String quoted(String display) {
        return display.isEmpty()
                ? ""
                : "\"" + wire(display.replaceAll("\\p{Cntrl}", " ")).replaceAll("([\"\\\\])", "\\\\$1") + "\" ";
    }

    private static String clean(String value) {
        return value.replace('\r', ' ').replace('\n', ' ');
    }
}
