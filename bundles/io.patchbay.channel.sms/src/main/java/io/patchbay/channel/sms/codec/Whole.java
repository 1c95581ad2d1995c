// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.sms.codec;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An SMS put together from its parts.
 *
 * @param text what it says, at least one character; what could not be read and what is missing stands in brackets
 * @param original the octets, if some could not be read
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Whole(String text, Optional<byte[]> original) {
    private static final int SHOWN_OCTETS = 40;

    /** Joins parts in any order; of a part that came twice the first counts. */
    public static Whole of(List<Part> parts) {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("an SMS without parts");
        }
        TreeMap<Integer, Part> sorted = new TreeMap<>();
        parts.forEach(part -> sorted.putIfAbsent(part.place().map(Place::number).orElse(1), part));
        int total = parts.get(0).place().map(Place::total).orElse(1);
        List<Integer> missing = IntStream.rangeClosed(1, total)
                .filter(number -> !sorted.containsKey(number))
                .boxed()
                .toList();
        return missing.isEmpty() ? complete(sorted) : withGaps(sorted, total);
    }

    /** Octets first, so that a sender may split inside a character. */
    private static Whole complete(Map<Integer, Part> sorted) {
        byte[] all = octets(sorted);
        int coding = sorted.get(1).dataCoding();
        boolean same = sorted.values().stream().allMatch(part -> part.dataCoding() == coding);
        Optional<String> text = same ? DataCoding.read(coding, all) : Optional.empty();
        return text.map(read -> new Whole(shown(read), Optional.empty())).orElseGet(() -> single(sorted, all));
    }

    private static Whole single(Map<Integer, Part> sorted, byte[] all) {
        boolean readable = sorted.values().stream().allMatch(part -> DataCoding.read(part.dataCoding(), part.content())
                .isPresent());
        String text = sorted.values().stream().map(Whole::text).collect(Collectors.joining());
        return new Whole(shown(text), readable ? Optional.empty() : Optional.of(all));
    }

    private static Whole withGaps(TreeMap<Integer, Part> sorted, int total) {
        String text = IntStream.rangeClosed(1, total)
                .mapToObj(number -> sorted.containsKey(number)
                        ? text(sorted.get(number))
                        : "[第 " + number + "/" + total + " 条未收到 · part " + number + " of " + total + " did not come]")
                .collect(Collectors.joining());
        return new Whole(text, Optional.of(octets(sorted)));
    }

    private static String text(Part part) {
        return DataCoding.read(part.dataCoding(), part.content()).orElseGet(() -> unreadable(part));
    }

    private static String unreadable(Part part) {
        byte[] content = part.content();
        int shown = Math.min(SHOWN_OCTETS, content.length);
        return "[无法解读的短信 · SMS that is no text: " + content.length + " bytes, coding " + part.dataCoding() + "] "
                + HexFormat.ofDelimiter(" ").withUpperCase().formatHex(content, 0, shown)
                + (shown < content.length ? " …" : "");
    }

    private static String shown(String text) {
        return text.isEmpty() ? "[空短信 · empty SMS]" : text;
    }

    private static byte[] octets(Map<Integer, Part> sorted) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        sorted.values().forEach(part -> all.writeBytes(part.content()));
        return all.toByteArray();
    }

    /** Hides the content. */
    @Override
    public String toString() {
        return "Whole[" + text.length() + " characters]";
    }
}
