// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.email.nasty;

import io.patchbay.channel.email.read.Mail;
import java.util.function.Consumer;

/**
 * A nasty mail and what is to become of it.
 *
 * @param name what is nasty about it, in a few words
 * @param raw the mail
 * @param acknowledged whether its sender may get an automatic reply
 * @param expected checks the mail as it was read
 */
public record Nasty(String name, Raw raw, boolean acknowledged, Consumer<Mail> expected) {
    static Nasty of(String name, Raw raw, Consumer<Mail> expected) {
        return new Nasty(name, raw, true, expected);
    }

    static Nasty unanswered(String name, Raw raw, Consumer<Mail> expected) {
        return new Nasty(name, raw, false, expected);
    }

    public byte[] bytes() {
        return raw.bytes();
    }

    @Override
    public String toString() {
        return name;
    }
}
