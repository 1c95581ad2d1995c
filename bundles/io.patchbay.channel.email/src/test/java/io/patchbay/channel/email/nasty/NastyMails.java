// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.email.nasty;

import io.patchbay.channel.email.read.ReadRules;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** All nasty mails, and the rules they are read by. */
public final class NastyMails {
    /** Files up to 256 KB, so that a large one need not be large. */
    public static final ReadRules RULES = new ReadRules(256 * 1024, 50L << 20, Set.of("exe", "js", "bat"), "zh-CN");

    private NastyMails() {}

    public static List<Nasty> all() {
        return Stream.of(Shapes.all(), Letters.all(), Tricks.all())
                .flatMap(List::stream)
                .toList();
    }
}
