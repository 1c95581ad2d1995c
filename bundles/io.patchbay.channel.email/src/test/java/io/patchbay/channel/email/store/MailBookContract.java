// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.email.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.channel.email.mime.Spool;
import io.patchbay.channel.email.nasty.NastyMails;
import io.patchbay.channel.email.nasty.Raw;
import io.patchbay.channel.email.read.Mail;
import io.patchbay.channel.email.read.MailReader;
import io.patchbay.store.plain.PlainStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What must not be forgotten, on every database. */
abstract class MailBookContract {
    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");

    private PlainStore store;
    private MailBook book;

    abstract PlainStore open();

    @BeforeEach
    void begin() {
        store = open();
        ClassLoader loader = MailBook.class.getClassLoader();
        store.migrations().migrate("io.patchbay.channel.email", loader, "io/patchbay/channel/email/changelog.sql");
        book = new MailBook(store.unit(loader, "email"), store.vault());
    }

    @AfterEach
    void end() {
        store.close();
    }

    private static Mail mail(String id, String text) throws IOException {
        try (Spool spool =
                Spool.of(new ByteArrayInputStream(Raw.from(id).body(text).bytes()), 1 << 20)) {
            return new MailReader(NastyMails.RULES).read(spool);
        }
    }

    @Test
    void theFirstMailOwnsItsIdAndAnotherOneIsNamedByItsContent() throws IOException {
        assertThat(book.letterId(mail("x", "one"))).isEqualTo("x@customer.example");
        String other = book.letterId(mail("x", "two"));
        assertThat(other).startsWith("sha256:");
        assertThat(book.letterId(mail("x", "two"))).isEqualTo(other);
        assertThat(book.letterId(mail("x", "one"))).isEqualTo("x@customer.example");
    }

    @Test
    void thePlaceInABoxIsKept() {
        assertThat(book.place("a")).isEmpty();
        book.keep("a", new MailBook.Place(7, 1));
        book.keep("a", new MailBook.Place(7, 4_000_000_000L));
        assertThat(book.place("a")).contains(new MailBook.Place(7, 4_000_000_000L));
    }

    @Test
    void whatTheServerSaidIsKnownTheNextTime() {
        Outgoing mail = new Outgoing("e1", "m@bank.example", "m", "i", Outgoing.State.SENDING, "");
        assertThat(book.begin(mail, NOW).state()).isEqualTo(Outgoing.State.SENDING);
        book.end("e1", Outgoing.State.FAILED, "r".repeat(1000));
        assertThat(book.begin(mail, NOW).state()).isEqualTo(Outgoing.State.FAILED);
        assertThat(book.begin(mail, NOW).reason()).hasSize(400);
        assertThat(book.sent("m@bank.example")).isPresent();
        assertThat(book.sent("other@bank.example")).isEmpty();
    }

    @Test
    void aSenderIsAcknowledgedOnceADayByEachAccount() {
        assertThat(book.mayAcknowledge("a", "mailto:x@y", NOW)).isTrue();
        assertThat(book.mayAcknowledge("a", "mailto:x@y", NOW.plus(Duration.ofHours(23))))
                .isFalse();
        assertThat(book.mayAcknowledge("b", "mailto:x@y", NOW)).isTrue();
        assertThat(book.mayAcknowledge("a", "mailto:x@y", NOW.plus(Duration.ofHours(25))))
                .isTrue();
    }
}
