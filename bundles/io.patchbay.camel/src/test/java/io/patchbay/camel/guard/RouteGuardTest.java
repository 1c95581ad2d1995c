// SPDX-License-Identifier: Apache-2.0
package io.patchbay.camel.guard;

import static io.patchbay.camel.FakePatchbay.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.camel.FakePatchbay;
import io.patchbay.camel.api.DeadLetter;
import io.patchbay.camel.api.RouteLine;
import io.patchbay.camel.host.Replay;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.support.DefaultMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A route that fails, hangs or floods harms nothing else. */
class RouteGuardTest {
    @TempDir
    Path home;

    private FakePatchbay patchbay;

    @AfterEach
    void close() {
        patchbay.close();
    }

    private void open(Limits limits) {
        patchbay = new FakePatchbay(home, limits);
    }

    private interface Routes {
        void add(RouteBuilder builder);
    }

    private void add(String context, Routes routes) {
        RouteBuilder builder = new RouteBuilder() {
            @Override
            public void configure() {
                routes.add(this);
            }
        };
        patchbay.host.builderCame(context, FakePatchbay.ground(), builder);
        await(context + " started", () -> patchbay.host.contexts().stream()
                .anyMatch(one -> one.name().equals(context) && !one.routes().isEmpty()));
    }

    private Replay send(String context, String route, String body) {
        return patchbay.host.replay(context, route, message -> message.setBody(body));
    }

    private RouteLine line(String context) {
        return patchbay.host.contexts().stream()
                .filter(one -> one.name().equals(context))
                .flatMap(one -> one.routes().stream())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aRouteThatHangsIsInterruptedAndNamed() {
        open(new Limits(Duration.ofMillis(1), 10, 1_000, 4));
        CountDownLatch never = new CountDownLatch(1);
        add("slow", builder -> builder.from("seda:slow")
                .id("slow")
                .process(e -> never.await())
                .id("stuck"));
        add("other", builder -> builder.from("seda:other").id("other").setBody(builder.constant("done")));
        CompletableFuture<Replay> end = CompletableFuture.supplyAsync(() -> send("slow", "slow", "x"));
        await("in flight", () -> line("slow").figures().inFlight() == 1);
        assertThat(send("other", "other", "y")).isEqualTo(new Replay.Well());
        await("cut off", () -> {
            patchbay.host.scan();
            return end.isDone();
        });
        assertThat(end.join()).isInstanceOfSatisfying(Replay.Failed.class, failed -> assertThat(failed.why())
                .hasMessageContaining("route slow was cut off")
                .hasMessageContaining("stuck"));
        assertThat(line("slow").figures().failed()).isEqualTo(1);
        assertThat(line("slow").lastFailure().orElseThrow().reason()).contains("cut off");
    }

    @Test
    void anAnswerThatNeverComesIsGivenUp() {
        open(new Limits(Duration.ofMillis(1), 10, 1_000, 4));
        patchbay.answer = new CompletableFuture<>();
        add("mute", builder -> builder.from("seda:mute")
                .id("mute")
                .setHeader("PatchbayId", builder.constant("1"))
                .setHeader("PatchbayFrom", builder.constant("+8613800000000"))
                .setHeader("PatchbayQueue", builder.constant("service"))
                .to("patchbay:intake/sms"));
        CompletableFuture<Replay> end = CompletableFuture.supplyAsync(() -> send("mute", "mute", "hello"));
        await("posted", () -> !patchbay.letters.isEmpty());
        await("given up", () -> {
            patchbay.host.scan();
            return end.isDone();
        });
        assertThat(end.join()).isInstanceOf(Replay.Failed.class);
    }

    @Test
    void moreExchangesThanAllowedAreRefusedInWords() {
        open(new Limits(Duration.ofSeconds(60), 1, 1_000, 4));
        CountDownLatch later = new CountDownLatch(1);
        add("flood", builder -> builder.from("seda:flood").id("flood").process(e -> later.await()));
        CompletableFuture<Replay> first = CompletableFuture.supplyAsync(() -> send("flood", "flood", "1"));
        await("in flight", () -> line("flood").figures().inFlight() == 1);
        assertThat(send("flood", "flood", "2"))
                .isInstanceOfSatisfying(Replay.Failed.class, failed -> assertThat(failed.why())
                        .hasMessage("flood has 1 exchanges under way, no more are taken"));
        later.countDown();
        assertThat(first.join()).isEqualTo(new Replay.Well());
    }

    @Test
    void whatFailsInTheEndIsADeadLetterThatCanBeReplayed() {
        open(Limits.USUAL);
        AtomicInteger calls = new AtomicInteger();
        add("crm", builder -> {
            builder.from("seda:crm").id("crm").process(exchange -> {
                if (calls.incrementAndGet() == 1) {
                    throw new IllegalStateException("the CRM says 500");
                }
                FakePatchbay.NOTES.add(exchange.getMessage().getBody(String.class)
                        + exchange.getMessage().getHeader("number"));
            });
            builder.from("timer:once?repeatCount=1&delay=1")
                    .id("once")
                    .setBody(builder.constant("王小明"))
                    .setHeader("number", builder.constant(7))
                    .to("seda:crm");
        });
        await("dead letter", () -> patchbay.deadLetters.count() == 1);
        DeadLetter letter = patchbay.deadLetters.newest(10).get(0);
        assertThat(letter)
                .extracting(DeadLetter::context, DeadLetter::route, DeadLetter::reason, DeadLetter::whole)
                .containsExactly("crm", "crm", "the CRM says 500", true);
        var again = patchbay.deadLetters.take(letter.id()).orElseThrow();
        assertThat(patchbay.host.replay("crm", "crm", again.filler().orElseThrow()::into))
                .isEqualTo(new Replay.Well());
        assertThat(FakePatchbay.NOTES).contains("王小明7");
        assertThat(patchbay.deadLetters.drop(letter.id())).isTrue();
        assertThat(patchbay.deadLetters.count()).isZero();
    }

    @Test
    void theOldestDeadLettersMakeRoom() {
        open(Limits.USUAL);
        DefaultCamelContext context = new DefaultCamelContext();
        for (int i = 1; i <= 5; i++) {
            int number = i;
            patchbay.deadLetters
                    .of("crm")
                    .bury(
                            new DefaultExchange(context),
                            new DefaultMessage(context),
                            "crm",
                            new IllegalStateException("no " + number));
        }
        assertThat(patchbay.deadLetters.newest(10))
                .extracting(DeadLetter::reason)
                .isEqualTo(List.of("no 5", "no 4", "no 3"));
    }

    @Test
    void aCircuitBreakerOpensAfterFailuresAndFallsBack() {
        open(Limits.USUAL);
        AtomicInteger calls = new AtomicInteger();
        add("breaker", builder -> builder.from("seda:breaker")
                .id("breaker")
                .circuitBreaker()
                .resilience4jConfiguration()
                .slidingWindowSize(4)
                .minimumNumberOfCalls(2)
                .waitDurationInOpenState(3_600)
                .end()
                .process(e -> {
                    calls.incrementAndGet();
                    throw new IllegalStateException("down");
                })
                .onFallback()
                .setBody(builder.constant("instead"))
                .end());
        for (int i = 0; i < 5; i++) {
            assertThat(send("breaker", "breaker", "x")).isEqualTo(new Replay.Well());
        }
        assertThat(calls).hasValue(2);
    }

    @Test
    void aCircuitBreakerGivesUpWhatTakesTooLong() {
        open(Limits.USUAL);
        CountDownLatch never = new CountDownLatch(1);
        add("breaker", builder -> builder.from("seda:breaker")
                .id("breaker")
                .circuitBreaker()
                .resilience4jConfiguration()
                .timeoutEnabled(true)
                .timeoutDuration(20)
                .end()
                .process(e -> never.await())
                .onFallback()
                .process(e -> FakePatchbay.NOTES.add("late"))
                .end());
        assertThat(send("breaker", "breaker", "x")).isEqualTo(new Replay.Well());
        assertThat(FakePatchbay.NOTES).contains("late");
    }
}
