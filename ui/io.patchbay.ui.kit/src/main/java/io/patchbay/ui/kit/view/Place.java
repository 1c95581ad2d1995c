// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.kit.view;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An address inside the console: shareable, survives a reload.
 *
 * @param segments the path, for example {@code records}, {@code 0190…}
 * @param query what stands after the question mark, one value a name
 */
public record Place(List<String> segments, Map<String, String> query) {
    private static final Pattern PAIRS = Pattern.compile("&");

    public Place {
        segments = List.copyOf(segments);
        query = Map.copyOf(query);
    }

    /**
     * Reads an address.
     *
     * @param address for example {@code records/0190…?channel=chat}
     * @return the place
     */
    public static Place parse(String address) {
        String[] parts = address.split("\\?", 2);
        Map<String, String> query = new LinkedHashMap<>();
        if (parts.length > 1) {
            PAIRS.splitAsStream(parts[1]).forEach(pair -> {
                int is = pair.indexOf('=');
                if (is > 0) {
                    query.put(decode(pair.substring(0, is)), decode(pair.substring(is + 1)));
                }
            });
        }
        List<String> segments = Arrays.stream(parts[0].split("/"))
                .filter(segment -> !segment.isEmpty())
                .map(Place::decode)
                .toList();
        return new Place(segments, query);
    }

    /**
     * One segment of the path.
     *
     * @param index from 0
     * @return the segment, if there is one
     */
    public Optional<String> segment(int index) {
        return index < segments.size() ? Optional.of(segments.get(index)) : Optional.empty();
    }

    /**
     * One value of the query.
     *
     * @param name which
     * @return the value, if it is there and not empty
     */
    public Optional<String> value(String name) {
        return Optional.ofNullable(query.get(name)).filter(value -> !value.isBlank());
    }

    /**
     * The address as it stands in the browser, without leading slash.
     *
     * @return what {@link #parse} reads
     */
    public String text() {
        String path = segments.stream().map(Place::encode).collect(Collectors.joining("/"));
        String asked = query.entrySet().stream()
                .filter(pair -> !pair.getValue().isBlank())
                .sorted(Map.Entry.comparingByKey())
                .map(pair -> encode(pair.getKey()) + "=" + encode(pair.getValue()))
                .collect(Collectors.joining("&"));
        return asked.isEmpty() ? path : path + "?" + asked;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
