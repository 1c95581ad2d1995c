// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.email.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.content.Attachment.Role;
import io.patchbay.channel.email.mime.Spool;
import io.patchbay.channel.email.nasty.Nasty;
import io.patchbay.channel.email.nasty.NastyMails;
import io.patchbay.channel.email.policy.AutoReply;
import io.patchbay.spi.channel.Enclosure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class NastyMailsTest {
    static List<Nasty> mails() {
        return NastyMails.all();
    }

    @Test
    void thereAreEnoughOfThem() {
        assertThat(mails()).hasSizeGreaterThanOrEqualTo(60);
    }

    @ParameterizedTest
    @MethodSource("mails")
    void everyOneIsReadAsExpectedAndKeptWhole(Nasty nasty) throws IOException {
        try (Spool spool = Spool.of(new ByteArrayInputStream(nasty.bytes()), 50L << 20)) {
            Mail mail = new MailReader(NastyMails.RULES).read(spool);
            nasty.expected().accept(mail);
            assertThat(mail.text()).isNotBlank().hasSizeLessThanOrEqualTo(60_000);
            Enclosure original = mail.enclosures().get(mail.enclosures().size() - 1);
            assertThat(original.role()).isEqualTo(Role.ORIGINAL);
            try (InputStream in = original.source().open()) {
                assertThat(in.readAllBytes()).isEqualTo(nasty.bytes());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("mails")
    void noneIsAcknowledgedThatMustNot(Nasty nasty) throws IOException {
        try (Spool spool = Spool.of(new ByteArrayInputStream(nasty.bytes()), 50L << 20)) {
            Mail mail = new MailReader(NastyMails.RULES).read(spool);
            assertThat(AutoReply.obstacle(mail, address -> address.value().endsWith("@bank.example"))
                            .isEmpty())
                    .isEqualTo(nasty.acknowledged());
        }
    }
}
