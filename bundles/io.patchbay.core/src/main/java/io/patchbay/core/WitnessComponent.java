// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core;

import io.patchbay.api.command.Problem;
import io.patchbay.api.health.HealthPart;
import io.patchbay.api.journal.Journal;
import io.patchbay.core.verify.JournalVerification;
import io.patchbay.core.witness.HeadFile;
import io.patchbay.core.witness.SyslogSender;
import io.patchbay.core.witness.SyslogSender.Receiver;
import io.patchbay.core.witness.SyslogSender.Transport;
import io.patchbay.core.witness.Witness;
import io.patchbay.store.Database;
import io.patchbay.store.Home;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes the journal's head down outside the database, again and again. */
@Component(
        service = {WitnessComponent.class, HealthPart.class},
        immediate = true,
        configurationPid = "io.patchbay.core.witness")
@Designate(ocd = WitnessComponent.Config.class)
public final class WitnessComponent implements HealthPart {
    private static final Logger log = LoggerFactory.getLogger(WitnessComponent.class);
    private static final long RECONNECT_MILLIS = 5_000;

    @ObjectClassDefinition(name = "Journal heads", description = "Where the journal's head hash is written down")
    @interface Config {
        @AttributeDefinition(description = "How often, in seconds")
        int everySeconds() default 60;

        @AttributeDefinition(description = "File that is appended to, in the home if relative; empty for none")
        String headsFile() default "log/journal-heads.log";

        @AttributeDefinition(description = "Mode of the file when it is made")
        String headsFileMode() default "rw-------";

        @AttributeDefinition(description = "Syslog receiver; empty for none")
        String syslogHost() default "";

        @AttributeDefinition(description = "Its port")
        int syslogPort() default 6514;

        @AttributeDefinition(description = "udp, tcp or tls")
        String syslogTransport() default "tls";

        @AttributeDefinition(description = "PEM file of who signed its certificate; empty for the JVM's own list")
        String syslogTrust() default "";
    }

    private final Optional<Path> file;
    private final Optional<SyslogSender> syslog;
    private final Witness witness;
    private final ScheduledExecutorService worker =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "patchbay-witness-1"));
    private final Future<?> telling;
    private volatile Optional<String> failure = Optional.empty();

    /** Begins to tell. */
    @Activate
    public WitnessComponent(
            @Reference Journal journal, @Reference Database database, @Reference Home home, Config config) {
        file = Optional.of(config.headsFile().strip())
                .filter(name -> !name.isEmpty())
                .map(name -> home.root().resolve(name));
        syslog = Optional.of(config.syslogHost().strip())
                .filter(host -> !host.isEmpty())
                .map(host -> new SyslogSender(receiver(host, home, config), RECONNECT_MILLIS));
        witness = new Witness(
                journal,
                JournalVerification.installation(database.dataSource()),
                file.map(path -> new HeadFile(path, config.headsFileMode())),
                syslog,
                "-",
                InstantSource.system());
        int every = Math.max(1, config.everySeconds());
        telling = worker.scheduleWithFixedDelay(this::tell, Math.min(every, 5), every, TimeUnit.SECONDS);
    }

    private static Receiver receiver(String host, Home home, Config config) {
        Transport transport = Transport.valueOf(config.syslogTransport().strip().toUpperCase(Locale.ROOT));
        String trust = config.syslogTrust().strip();
        return new Receiver(
                transport,
                host,
                config.syslogPort(),
                transport == Transport.TLS && !trust.isEmpty()
                        ? Optional.of(SyslogSender.trusting(home.root().resolve(trust)))
                        : Optional.empty());
    }

    private void tell() {
        try {
            witness.tell();
            failure = Optional.empty();
        } catch (RuntimeException e) { // the thread's top: the next round tries again
            if (failure.isEmpty()) {
                log.error("The journal's head cannot be written down", e);
            }
            failure = Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** The file of heads, if there is one. */
    Optional<Path> file() {
        return file;
    }

    @Deactivate
    void close() {
        telling.cancel(false);
        worker.shutdown();
        syslog.ifPresent(SyslogSender::close);
    }

    @Override
    public Health health() {
        return failure.map(why -> new Health(
                        "journal-heads",
                        Level.DEGRADED,
                        Optional.of(Problem.of(
                                "heads-not-written",
                                "The journal''s head hash cannot be written down: {0}.",
                                "无法写出日志的链首哈希：{0}。",
                                why))))
                .orElseGet(() -> new Health("journal-heads", Level.UP, Optional.empty()));
    }
}
