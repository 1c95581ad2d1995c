// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.email.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.channel.email.mime.Spool;
import io.patchbay.channel.email.nasty.NastyMails;
import io.patchbay.channel.email.nasty.Raw;
import io.patchbay.spi.channel.Enclosure;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Large mails pass through the spool; what it writes is sealed. */
final class LargeMailTest {
    private static final int LINES = 880_000;
    private static final byte[] LINE = ("QUJD".repeat(15) + "\r\n").getBytes(StandardCharsets.US_ASCII);

    private static Spool large(long limit) throws IOException {
        try (Spool.Filling filling = Spool.filling(limit)) {
            filling.write(Raw.from("large")
                    .type("multipart/mixed; boundary=b")
                    .line("")
                    .part("b", "Content-Type: text/plain", "see the film")
                    .part("b", "Content-Type: video/mp4; name=film.mp4\r\nContent-Transfer-Encoding: base64", "")
                    .bytes());
            for (int i = 0; i < LINES; i++) {
                filling.write(LINE);
            }
            filling.write("--b--\r\n".getBytes(StandardCharsets.US_ASCII));
            return filling.finish();
        }
    }

    @Test
    void aFileOf40MegabytesIsReadFromTheSpool() throws IOException {
        ReadRules rules = new ReadRules(50L << 20, 60L << 20, Set.of(), "en");
        try (Spool spool = large(60L << 20)) {
            Mail mail = new MailReader(rules).read(spool);
            Enclosure film = mail.enclosures().get(0);
            assertThat(film.name()).isEqualTo("film.mp4");
            try (InputStream in = film.source().open()) {
                assertThat(in.transferTo(OutputStream.nullOutputStream())).isEqualTo(45L * LINES);
            }
            assertThat(mail.text()).isEqualTo("see the film");
        }
    }

    @Test
    void ofATooLargeMailTheBeginningIsTaken() throws IOException {
        try (Spool spool = large(1 << 20)) {
            Mail mail = new MailReader(NastyMails.RULES).read(spool);
            assertThat(mail.text()).contains("see the film", "仅收取开头部分");
            assertThat(spool.size()).isEqualTo(1 << 20);
        }
    }

    @Test
    void anyRangeOfALargeSpoolIsReadRight() throws IOException {
        try (Spool spool = large(60L << 20)) {
            byte[] all;
            try (InputStream in = spool.open(1_000_000, 1_000_400)) {
                all = in.readAllBytes();
            }
            for (int from = 0; from < 40; from++) {
                try (InputStream in = spool.open(1_000_000 + from, 1_000_400)) {
                    assertThat(in.readNBytes(100)).isEqualTo(Arrays.copyOfRange(all, from, from + 100));
                }
            }
        }
    }
}
