// SPDX-License-Identifier: Apache-2.0
package io.patchbay.demo;

import io.patchbay.demo.smsc.Smsc;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The demo's SMSC on a free port, and once an account {@code demo} of it; the account follows the port. */
@Component(service = DemoSmsc.class, immediate = true)
public final class DemoSmsc {
    private static final Logger log = LoggerFactory.getLogger(DemoSmsc.class);
    private static final Pattern PORT = Pattern.compile("(?m)^port *=.*$");
    private static final String ACCOUNT =
            """
            # The demo's own SMSC; its port changes with each start.
            host = 127.0.0.1
            port = 0
            systemId = patchbay
            password = patchbay
            sourceAddress = 10690000
            region = CN
            queue = service
            """;

    private final Optional<Smsc> smsc;

    @Activate
    public DemoSmsc() {
        smsc = Boolean.getBoolean("patchbay.demo")
                ? open(Path.of(System.getProperty("patchbay.home")))
                : Optional.empty();
    }

    private static Optional<Smsc> open(Path home) {
        Path account = home.resolve("etc/io.patchbay.channel.sms-demo.cfg");
        Path mark = home.resolve("data/.demo-sms");
        try {
            if (!Files.exists(mark)) {
                Files.writeString(account, ACCOUNT, StandardCharsets.UTF_8);
                Files.createFile(mark);
            } else if (!Files.exists(account)) {
                return Optional.empty(); // taken away by whoever tries the demo
            }
            Smsc opened = new Smsc(0);
            String text = Files.readString(account, StandardCharsets.UTF_8);
            String line = Matcher.quoteReplacement("port = " + opened.port());
            Files.writeString(account, PORT.matcher(text).replaceAll(line), StandardCharsets.UTF_8);
            return Optional.of(opened);
        } catch (IOException e) {
            log.error("The demo has no SMSC", e);
            return Optional.empty();
        }
    }

    /** The SMSC, while the demo runs. */
    public Optional<Smsc> smsc() {
        return smsc;
    }

    @Deactivate
    void close() throws IOException {
        if (smsc.isPresent()) {
            smsc.get().close();
        }
    }
}
