// SPDX-License-Identifier: Apache-2.0
package io.patchbay.demo.town;

import com.icegreen.greenmail.util.GreenMail;
import io.patchbay.api.id.CustomerId;
import io.patchbay.demo.smsc.Smsc;
import io.patchbay.demo.town.folk.Matters;
import io.patchbay.demo.town.folk.Resident;
import io.patchbay.demo.town.folk.Townsfolk;
import io.patchbay.demo.town.line.ChatLines;
import io.patchbay.demo.town.line.MailHouse;
import io.patchbay.demo.town.line.MailLines;
import io.patchbay.demo.town.line.SmsLines;
import io.patchbay.demo.town.line.Telephony;
import io.patchbay.demo.town.past.Past;
import io.patchbay.demo.town.seed.TownFiles;
import io.patchbay.demo.town.seed.TownSeed;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes what the town needs and opens its channels, off everybody's thread; what waits, waits here. */
final class Founding implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Founding.class);
    private static final long PAUSE_NANOS = 500_000_000;
    private static final int TRIES = 600;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    /** Twice what a changed configuration needs until it acts. */
    private static final Duration SETTINGS_ACT = Duration.ofSeconds(10);

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Living living;
    private final TownSeed seed;
    private final TownFiles files;
    private final Past past;
    private final Matters matters;
    private final Optional<Smsc> service;
    private final Optional<GreenMail> mails;
    private final List<AutoCloseable> open = new ArrayList<>();
    private final ExecutorService worker =
            Executors.newSingleThreadExecutor(work -> new Thread(work, "patchbay-town-2"));
    private volatile Optional<Telephony> telephony = Optional.empty();
    private volatile boolean voiceThere;

    Founding(
            Living living,
            TownSeed seed,
            TownFiles files,
            Past past,
            Matters matters,
            Optional<Smsc> service,
            Optional<GreenMail> mails) {
        this.living = living;
        this.seed = seed;
        this.files = files;
        this.past = past;
        this.matters = matters;
        this.service = service;
        this.mails = mails;
    }

    void begin() {
        worker.execute(() -> guarded("The town could not be made", () -> {
            ready();
            boolean opened = files.doors();
            Map<Resident, CustomerId> customers = seed.base();
            if (!customers.isEmpty()) {
                past.write(LocalDate.now(ZONE), ZONE, Townsfolk.SEED, customers);
            }
            texts(opened);
            telephones(); // before the agents come, so that calls reach them at once
            living.wake();
            log.info("The town is awake");
        }));
    }

    void voiceCame() {
        voiceThere = true;
        worker.execute(() -> guarded("The town has no telephones", this::telephones));
    }

    private void telephones() throws InterruptedException {
        if (voiceThere && telephony.isEmpty()) {
            String secret = UUID.randomUUID().toString();
            seed.voice(secret);
            Telephony opened = new Telephony(Integer.getInteger("patchbay.sip.port", 5060), matters, living::caller);
            telephony = Optional.of(opened);
            opened.staff(secret);
            living.opened("voice", opened.lines());
        }
    }

    void voiceLeft() {
        voiceThere = false;
        living.closed("voice");
        Optional<Telephony> was = telephony;
        telephony = Optional.empty();
        was.ifPresent(Telephony::close);
    }

    /** The telephones, while voice is there. */
    Optional<Telephony> telephony() {
        return telephony;
    }

    /** A start is busy enough without a town. */
    private void ready() throws IOException, InterruptedException {
        HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
        HttpRequest health = HttpRequest.newBuilder(http("http", "/health"))
                .timeout(PATIENCE)
                .build();
        for (int i = 0; i < TRIES; i++) {
            try {
                if (client.send(health, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                log.debug("Not yet ready: {}", notYet.getMessage());
            }
            LockSupport.parkNanos(PAUSE_NANOS);
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
    }

    private static URI http(String scheme, String path) {
        String bind = System.getProperty("patchbay.bind", "127.0.0.1");
        String host = bind.equals("0.0.0.0") || bind.equals("::") ? "127.0.0.1" : bind;
        return URI.create(scheme + "://" + host + ":" + System.getProperty("patchbay.http.port", "8181") + path);
    }

    private void texts(boolean opened) throws IOException {
        Smsc smsc = new Smsc(0);
        open.add(smsc);
        files.sms(smsc.port());
        SmsLines sms = new SmsLines(smsc, service.orElse(smsc));
        living.opened("sms", sms);
        living.look(sms::look);
        MailHouse house = MailHouse.open();
        open.add(house);
        files.email(house.imapPort(), house.smtpPort());
        MailHouse other = mails.map(server -> new MailHouse(server, "service@demo.patchbay.example"))
                .orElse(house);
        MailLines mail = new MailLines(house, other);
        living.opened("email", mail);
        living.look(mail::look);
        ChatLines chat = new ChatLines(http("ws", "/chat/ws"));
        living.after(opened ? SETTINGS_ACT : Duration.ZERO, () -> living.opened("chat", chat));
    }

    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private static void guarded(String failure, Work work) {
        try {
            work.run();
        } catch (IOException | IllegalStateException | CompletionException e) {
            log.error(failure, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        worker.shutdownNow();
        try {
            if (!worker.awaitTermination(5, TimeUnit.SECONDS)) {
                log.warn("The town is still being made");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        telephony.ifPresent(Telephony::close);
        for (AutoCloseable one : open) {
            try {
                one.close();
            } catch (Exception e) { // the top of the shutdown
                log.warn("A part of the town did not close: {}", e.getMessage());
            }
        }
        try {
            files.remove(); // the accounts would only say that nobody is there
        } catch (IOException e) {
            log.warn("The town's accounts are still there: {}", e.getMessage());
        }
    }
}
