// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.sms.codec;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Splits a text into parts, each in the smallest coding; never inside a character. */
public final class Splitter {
    /** Parts a header can count. */
    public static final int MOST_PARTS = 255;

    private Splitter() {}

    /**
     * The parts of a text.
     *
     * @throws IllegalArgumentException if it needs more than 255 parts
     */
    public static List<Part> split(String text, Carriage carriage, int reference) {
        Coding coding = Coding.of(text);
        List<byte[]> one = cut(text, coding, carriage == Carriage.PAYLOAD ? 0xffff : coding.longest());
        if (one.size() == 1) {
            return List.of(new Part(coding.dataCoding(), one.get(0), Optional.empty()));
        }
        List<byte[]> contents = cut(text, coding, coding.longest(carriage.header()));
        if (contents.size() > MOST_PARTS) {
            throw new IllegalArgumentException("the text needs " + contents.size() + " SMS, at most 255 can be joined");
        }
        List<Part> parts = new ArrayList<>();
        int shown = carriage == Carriage.UDH8 ? reference & 0xff : reference & 0xffff;
        for (byte[] content : contents) {
            Place place = new Place(shown, contents.size(), parts.size() + 1);
            parts.add(new Part(coding.dataCoding(), content, Optional.of(place)));
        }
        return parts;
    }

    private static List<byte[]> cut(String text, Coding coding, int longest) {
        List<byte[]> contents = new ArrayList<>();
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        text.codePoints().forEach(point -> {
            byte[] octets = coding.encode(point).orElseThrow();
            if (content.size() + octets.length > longest) {
                contents.add(content.toByteArray());
                content.reset();
            }
            content.writeBytes(octets);
        });
        contents.add(content.toByteArray());
        return contents;
    }
}
