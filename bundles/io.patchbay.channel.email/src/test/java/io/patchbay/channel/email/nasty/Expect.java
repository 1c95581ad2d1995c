// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.email.nasty;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.content.Attachment.Role;
import io.patchbay.channel.email.read.Mail;
import io.patchbay.spi.channel.Enclosure;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;

/** What a nasty mail is to be read as. */
final class Expect {
    private Expect() {}

    static Consumer<Mail> text(String text) {
        return mail -> assertThat(mail.text()).isEqualTo(text);
    }

    static Consumer<Mail> textHas(String... words) {
        return mail -> assertThat(mail.text()).contains(words);
    }

    static Consumer<Mail> subject(String subject) {
        return mail -> assertThat(mail.subject()).contains(subject);
    }

    static Consumer<Mail> files(String... names) {
        return mail -> assertThat(names(mail, Role.FILE)).containsExactly(names);
    }

    static Consumer<Mail> file(String name, int size) {
        return mail -> assertThat(mail.enclosures()).anySatisfy(one -> {
            assertThat(one.name()).isEqualTo(name);
            assertThat(bytes(one)).hasSize(size);
        });
    }

    static Consumer<Mail> sender(String address) {
        return mail -> assertThat(mail.sender().address().value()).isEqualTo(address);
    }

    static Consumer<Mail> id(String id) {
        return mail -> assertThat(mail.id()).isEqualTo(id);
    }

    static Consumer<Mail> nothingActive() {
        return mail -> assertThat(mail.text()).doesNotContain("<script", "alert(", "onerror", "javascript:");
    }

    static List<String> names(Mail mail, Role role) {
        return mail.enclosures().stream()
                .filter(one -> one.role() == role)
                .map(Enclosure::name)
                .toList();
    }

    static byte[] bytes(Enclosure enclosure) {
        try (InputStream in = enclosure.source().open()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
