// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory.store;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Sets and counts of ids in one column: {@code a b c}, {@code a=1 b=2}. Ids have no blanks and no equals signs. */
final class Words {
    private Words() {}

    static String of(Set<?> ids) {
        return ids.stream().map(Object::toString).sorted().collect(Collectors.joining(" "));
    }

    static <T> Set<T> set(String text, Function<String, T> id) {
        Set<T> ids = new TreeSet<>();
        for (String word : split(text)) {
            ids.add(id.apply(word));
        }
        return ids;
    }

    static String of(Map<?, Integer> counts) {
        return counts.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .sorted()
                .collect(Collectors.joining(" "));
    }

    static <T> Map<T, Integer> map(String text, Function<String, T> id) {
        Map<T, Integer> counts = new TreeMap<>();
        for (String word : split(text)) {
            int equals = word.indexOf('=');
            counts.put(id.apply(word.substring(0, equals)), Integer.valueOf(word.substring(equals + 1)));
        }
        return counts;
    }

    private static String[] split(String text) {
        return text.isEmpty() ? new String[0] : text.split(" ");
    }
}
