// SPDX-License-Identifier: Apache-2.0
package io.patchbay.camel.endpoint;

import static io.patchbay.camel.FakePatchbay.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.content.Confidential;
import io.patchbay.api.event.CoreEvents;
import io.patchbay.api.event.MessageEvent;
import io.patchbay.api.id.ChannelKey;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.MessageId;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.id.Uuid7;
import io.patchbay.api.journal.JournalDraft;
import io.patchbay.camel.FakePatchbay;
import io.patchbay.camel.guard.Limits;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code patchbay:events}: nothing missed, order kept, at least once. */
class EventsTest {
    @TempDir
    Path home;

    private FakePatchbay patchbay;
    private final List<Integer> seen = new CopyOnWriteArrayList<>();
    private RouteBuilder running;

    @BeforeEach
    void open() {
        patchbay = new FakePatchbay(home, new Limits(Duration.ofSeconds(60), 256, 100_000, 8));
    }

    @AfterEach
    void close() {
        patchbay.close();
    }

    private void follow(String options, Processor processor) {
        running = new RouteBuilder() {
            @Override
            public void configure() {
                from("patchbay:events?type=ticket.opened&name=t" + options)
                        .routeId("t")
                        .process(processor);
            }
        };
        patchbay.host.builderCame("t", FakePatchbay.ground(), running);
        await("started", () -> patchbay.host.contexts().stream()
                .anyMatch(one -> one.routes().stream().anyMatch(line -> line.started())));
    }

    private void drop() {
        patchbay.host.builderGone("t", running);
    }

    /** On another thread: the journal in memory waits for its followers. */
    private void happen(int from, int to) {

        CompletableFuture<Void> unused =
                CompletableFuture.runAsync(() -> IntStream.rangeClosed(from, to).forEach(number -> {
                    append("ticket.opened", number);
                    append("ticket.closed", number);
                }));
    }

    private void append(String type, int number) {
        patchbay.journal.append(List.of(new JournalDraft(
                Instant.EPOCH,
                type,
                1,
                JournalDraft.Subject.NONE,
                "system:test",
                new UnitId("headquarters"),
                0,
                Map.of("number", number),
                Optional.empty())));
    }

    private static int number(Exchange exchange) {
        Map<?, ?> line = (Map<?, ?>) Json.fields(exchange.getMessage().getBody(String.class));
        return ((Number) ((Map<?, ?>) line.get("body")).get("number")).intValue();
    }

    private static List<Integer> upTo(int last) {
        return IntStream.rangeClosed(1, last).boxed().toList();
    }

    @Test
    void wantedEventsComeInOrderWithTheirHeaders() {
        follow("", exchange -> {
            assertThat(exchange.getMessage().getHeaders())
                    .containsEntry("PatchbayType", "ticket.opened")
                    .containsEntry("PatchbayAt", "1970-01-01T00:00:00Z")
                    .containsEntry(
                            "PatchbayEventId",
                            "patchbay-" + exchange.getMessage().getHeader("PatchbaySeq"));
            seen.add(number(exchange));
        });
        happen(1, 50);
        await("all", () -> seen.size() == 50);
        assertThat(seen).isEqualTo(upTo(50));
    }

    @Test
    void aRouteThatWasAwayMissesNothingAndSeesNothingTwice() {
        follow("", exchange -> seen.add(number(exchange)));
        happen(1, 3);
        await("three", () -> seen.size() == 3);
        drop();
        happen(4, 6);
        await("journalled", () -> patchbay.journal.head() == 12);
        follow("", exchange -> seen.add(number(exchange)));
        await("six", () -> seen.size() == 6);
        assertThat(seen).isEqualTo(upTo(6));
    }

    @Test
    void whatWasUnderWayWhenTheContextWentComesAgain() {
        CountDownLatch never = new CountDownLatch(1);
        AtomicInteger begun = new AtomicInteger();
        follow("", exchange -> {
            if (number(exchange) == 3) {
                begun.incrementAndGet();
                never.await();
            }
            seen.add(number(exchange));
        });
        happen(1, 5);
        await("stuck", () -> begun.get() == 1);
        drop();
        assertThat(seen).isEqualTo(upTo(2));
        follow("", exchange -> seen.add(number(exchange)));
        await("five", () -> seen.size() == 5);
        assertThat(seen).isEqualTo(upTo(5));
    }

    @Test
    void aWindowRunsThatManyAtOnceAndKeepsThePositionOfTheLowest() {
        CountDownLatch never = new CountDownLatch(1);
        follow("&window=3", exchange -> {
            if (number(exchange) == 2) {
                never.await();
            }
            seen.add(number(exchange));
        });
        happen(1, 4);
        await("all but one", () -> seen.size() == 3);
        drop();
        seen.clear();
        follow("", exchange -> seen.add(number(exchange)));
        await("from the lowest on", () -> seen.size() == 3);
        assertThat(seen).isEqualTo(List.of(2, 3, 4));
    }

    @Test
    void aFailingEventIsTriedAgainBeforeTheNextOne() {
        AtomicInteger failures = new AtomicInteger(1);
        follow("", exchange -> {
            if (number(exchange) == 1 && failures.getAndDecrement() > 0) {
                throw new IllegalStateException("not yet");
            }
            seen.add(number(exchange));
        });
        happen(1, 3);
        await("three", () -> seen.size() == 3);
        assertThat(seen).isEqualTo(upTo(3));
    }

    @Test
    void anEventThatKeepsFailingBecomesADeadLetterAndTheOthersGoOn() {
        follow("&retries=0", exchange -> {
            if (number(exchange) == 2) {
                throw new IllegalStateException("the CRM refuses number 2");
            }
            seen.add(number(exchange));
        });
        happen(1, 3);
        await("the others", () -> seen.size() == 2);
        await("dead letter", () -> patchbay.deadLetters.count() == 1);
        assertThat(seen).containsExactly(1, 3);
        assertThat(patchbay.deadLetters.newest(1).get(0).reason()).isEqualTo("the CRM refuses number 2");
    }

    @Test
    void aNewConsumerBeginsNowUnlessItWantsTheFirst() {
        happen(1, 2);
        await("journalled", () -> patchbay.journal.head() == 4);
        follow("", exchange -> seen.add(number(exchange)));
        happen(3, 3);
        await("third", () -> seen.size() == 1);
        assertThat(seen).containsExactly(3);
        drop();
        seen.clear();
        follow("2&begin=first", exchange -> seen.add(number(exchange)));
        await("all", () -> seen.size() == 3);
    }

    /** So that it costs no more in a long conversation: nothing else of it is there to be read. */
    @Test
    void aSentMessageIsReadOutOfItsOwnEntry() {
        List<Map<String, Object>> heard = new CopyOnWriteArrayList<>();
        running = new RouteBuilder() {
            @Override
            public void configure() {
                from("patchbay:events?type=message.sent&channel=sms&address=sms:10690001&name=m")
                        .routeId("m")
                        .process(exchange -> {
                            exchange.getMessage()
                                    .setHeader("text", exchange.getMessage().getBody());
                            heard.add(exchange.getMessage().getHeaders());
                        });
            }
        };
        patchbay.host.builderCame("m", FakePatchbay.ground(), running);
        await("started", () -> patchbay.host.contexts().stream()
                .anyMatch(one -> one.routes().stream().anyMatch(line -> line.started())));
        CompletableFuture<Void> unused = CompletableFuture.runAsync(() -> {
            patchbay.journal.append(List.of(sent("m-1", "10690002")));
            patchbay.journal.append(List.of(sent("m-2", "10690001")));
        });
        await("sent", () -> heard.size() == 1);
        assertThat(heard.get(0))
                .containsEntry("PatchbayId", "m-2")
                .containsEntry("PatchbayFrom", "sms:10690001")
                .containsEntry("PatchbayTo", "tel:+8613800132046")
                .containsEntry("text", "hello");
    }

    private static JournalDraft sent(String id, String ours) {
        MessageEvent event = new MessageEvent.Sent(
                new MessageId(id),
                Optional.empty(),
                new Confidential.Clear("hello"),
                Optional.of(new MessageEvent.Way(
                        new ChannelKey("sms"),
                        Optional.of(new Confidential.Clear("sms:" + ours)),
                        Optional.of(new Confidential.Clear("tel:+8613800132046")),
                        Optional.empty())),
                List.of());
        return new JournalDraft(
                Instant.EPOCH,
                CoreEvents.type(event),
                CoreEvents.VERSION,
                new JournalDraft.Subject(Optional.of(new InteractionId(Uuid7.at(1))), Optional.empty()),
                "system:test",
                new UnitId("headquarters"),
                0,
                CoreEvents.body(event),
                Optional.empty());
    }
}
