// SPDX-License-Identifier: Apache-2.0
package io.patchbay.demo;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Session;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The demo's mail server on free ports, with boxes for the service and some customers, and once an account {@code demo}
 * of it; the account follows the ports. The boxes are in memory.
 */
@Component(service = DemoMail.class, immediate = true)
public final class DemoMail {
    private static final Logger log = LoggerFactory.getLogger(DemoMail.class);
    private static final String DOMAIN = "@demo.patchbay.example";
    private static final String PASSWORD = "patchbay";
    private static final List<String> BOXES = List.of("service", "gao", "zhou", "lina");
    private static final String ACCOUNT =
            """
            # The demo's own mail server; its ports change with each start.
            address = service@demo.patchbay.example
            name = 客户服务
            imap.host = 127.0.0.1
            imap.port = 0
            imap.tls = none
            smtp.host = 127.0.0.1
            smtp.port = 0
            smtp.tls = none
            user = service
            password = patchbay
            queue = service
            acknowledge = true
            """;

    private final Optional<GreenMail> server;

    @Activate
    public DemoMail() {
        server = Boolean.getBoolean("patchbay.demo")
                ? open(Path.of(System.getProperty("patchbay.home")))
                : Optional.empty();
    }

    private static Optional<GreenMail> open(Path home) {
        Path account = home.resolve("etc/io.patchbay.channel.email-demo.cfg");
        Path mark = home.resolve("data/.demo-email");
        try {
            if (!Files.exists(mark)) {
                Files.writeString(account, ACCOUNT, StandardCharsets.UTF_8);
                Files.createFile(mark);
            } else if (!Files.exists(account)) {
                return Optional.empty(); // taken away by whoever tries the demo
            }
            GreenMail opened = start();
            String text = Files.readString(account, StandardCharsets.UTF_8)
                    .replaceAll(
                            "(?m)^imap\\.port *=.*$",
                            "imap.port = " + opened.getImap().getPort())
                    .replaceAll(
                            "(?m)^smtp\\.port *=.*$",
                            "smtp.port = " + opened.getSmtp().getPort());
            Files.writeString(account, text, StandardCharsets.UTF_8);
            return Optional.of(opened);
        } catch (IOException e) {
            log.error("The demo has no mail server", e);
            return Optional.empty();
        }
    }

    private static GreenMail start() {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try {
            thread.setContextClassLoader(Session.class.getClassLoader());
            GreenMail opened = new GreenMail(new ServerSetup[] {
                new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
                new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
            });
            opened.start();
            BOXES.forEach(name -> opened.setUser(name + DOMAIN, name, PASSWORD));
            return opened;
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** The server, while the demo runs. */
    public Optional<GreenMail> server() {
        return server;
    }

    @Deactivate
    void close() {
        server.ifPresent(GreenMail::stop);
    }
}
