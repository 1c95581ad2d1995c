// SPDX-License-Identifier: Apache-2.0
package io.patchbay.camel.endpoint;

import static io.patchbay.camel.FakePatchbay.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.api.address.Address;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.command.Problem;
import io.patchbay.camel.FakePatchbay;
import io.patchbay.camel.guard.Limits;
import io.patchbay.spi.channel.Letter;
import io.patchbay.spi.channel.LetterBox;
import io.patchbay.spi.channel.LetterRefused;
import io.patchbay.spi.customer.CustomerSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code patchbay:intake}, {@code command}, {@code send} and {@code lookup}. */
class DoorsTest {
    private static final Map<String, Object> HEADERS = Map.of(
            "PatchbayId", "sms-1",
            "PatchbayFrom", "+8613800000000",
            "PatchbayTo", "tel:95500;phone-context=+86",
            "PatchbayQueue", "service",
            "PatchbaySubject", "余额");

    @TempDir
    Path home;

    private FakePatchbay patchbay;
    private CamelContext camel;
    private ProducerTemplate template;

    @BeforeEach
    void open() {
        patchbay = new FakePatchbay(home, Limits.USUAL);
        camel = new DefaultCamelContext();
        camel.addComponent("patchbay", new PatchbayComponent(patchbay.doors));
        camel.start();
        template = camel.createProducerTemplate();
    }

    @AfterEach
    void close() {
        camel.stop();
        patchbay.close();
    }

    private Exchange send(String uri, Object body, Map<String, Object> headers) {
        return template.send(uri, exchange -> {
            exchange.getMessage().setBody(body);
            exchange.getMessage().setHeaders(new java.util.HashMap<>(headers));
        });
    }

    @Test
    void whoAwaitsALetterIsToldAlsoAfterItsRouteWasStopped() throws Exception {
        CompletableFuture<LetterBox.Posted> durable = new CompletableFuture<>();
        patchbay.answer = durable;
        AsyncProducer producer = camel.getEndpoint("patchbay:intake/sms").createAsyncProducer();
        producer.start();
        Exchange exchange = camel.getEndpoint("patchbay:intake/sms").createExchange();
        exchange.getMessage().setBody("你好");
        exchange.getMessage().setHeaders(new java.util.HashMap<>(HEADERS));
        CompletableFuture<Void> told = new CompletableFuture<>();
        producer.process(exchange, sync -> told.complete(null));
        producer.stop();
        durable.completeExceptionally(new IllegalStateException("the core was stopped"));
        await("it is told", told::isDone);
        assertThat(exchange.getException()).hasMessage("the core was stopped");
    }

    @Test
    void aLetterIsPostedAndTheExchangeKnowsItsInteraction() {
        Exchange exchange = send("patchbay:intake/sms", "你好", HEADERS);
        assertThat(exchange.getException()).isNull();
        Letter letter = patchbay.letters.get(0);
        assertThat(letter.from()).isEqualTo(new Address.PhoneNumber("+8613800000000"));
        assertThat(letter.to()).contains(new Address.ShortCode("95500", "+86"));
        assertThat(letter.text()).isEqualTo("你好");
        assertThat(letter.about().subject()).contains("余额");
        assertThat(exchange.getMessage().getHeaders())
                .containsKeys("PatchbayInteraction", "PatchbayConversation")
                .containsEntry("PatchbayMessage", "m-1")
                .containsEntry("PatchbayAgain", false);
    }

    @Test
    void anExchangeIsDoneOnlyWhenTheLetterIsDurable() {
        patchbay.answer = new CompletableFuture<>();
        CompletableFuture<Exchange> end =
                CompletableFuture.supplyAsync(() -> send("patchbay:intake/sms", "你好", HEADERS));
        await("posted", () -> !patchbay.letters.isEmpty());
        assertThat(end).isNotDone();
        patchbay.answer
                .toCompletableFuture()
                .completeExceptionally(new LetterRefused(new Problem("q", "There is no queue \"service\".", "没有队列")));
        assertThat(end.join().getException()).hasMessage("There is no queue \"service\".");
    }

    @Test
    void aMissingHeaderIsNamed() {
        assertThat(send("patchbay:intake/sms", "你好", Map.of("PatchbayId", "1")).getException())
                .hasMessage("the header PatchbayFrom is missing");
    }

    @Test
    void aCommandGetsTheFieldsOfUriHeadersAndBody() {
        Exchange exchange = send(
                "patchbay:command/message.report?delivery=failed",
                "{\"reason\":\"no such number\"}",
                Map.of("PatchbayInteraction", "i", "PatchbayId", "m", "PatchbayKey", "k"));
        assertThat(patchbay.commands)
                .isEqualTo(List.of(Map.of(
                        "(name)", "message.report",
                        "(key)", "k",
                        "interaction", "i",
                        "message", "m",
                        "delivery", "failed",
                        "reason", "no such number")));
        assertThat(exchange.getMessage().getBody()).isEqualTo(Map.of("ok", "yes"));
    }

    @Test
    void aRefusedCommandFailsWithItsWords() {
        patchbay.result = new CommandResult.Refused(
                CommandResult.Kind.CONFLICT, new Problem("closed", "The contact is closed.", "会话已关闭。"));
        assertThat(send("patchbay:command/interaction.end", null, Map.of()).getException())
                .isInstanceOf(RefusedException.class)
                .hasMessage("The contact is closed.");
    }

    @Test
    void aLetterToSomebodyNewIsTheCommandMessageWrite() {
        send("patchbay:send/sms", "Hello", Map.of("PatchbayTo", "+8613800000000", "PatchbayQueue", "service"));
        assertThat(patchbay.commands.get(0))
                .containsEntry("(name)", "message.write")
                .containsEntry("to", "tel:+8613800000000")
                .containsEntry("channel", "sms");
    }

    @Test
    void aLookupRouteIsASourceWhileItRuns() throws Exception {
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("patchbay:lookup/crm")
                        .routeId("crm")
                        .setBody(simple("{\"tier\":\"gold\",\"of\":\"${header.PatchbayAddress}\"}"));
            }
        });
        CustomerSource source = patchbay.sources.get(0);
        assertThat(source.name()).isEqualTo("crm");
        assertThat(source.lookUp(question()).toCompletableFuture().join())
                .isEqualTo(Map.of("tier", "gold", "of", "tel:+8613800000000"));
        camel.getRouteController().stopRoute("crm");
        assertThat(patchbay.sources).isEmpty();
    }

    @Test
    void aLookupThatTakesTooLongFailsInWords() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("patchbay:lookup/crm?timeout=1").process(exchange -> never.await());
            }
        });
        assertThat(patchbay.sources.get(0).lookUp(question()).toCompletableFuture())
                .failsWithin(java.time.Duration.ofSeconds(20))
                .withThrowableThat()
                .withMessageContaining("crm did not answer within 1 ms");
        never.countDown();
    }

    private static CustomerSource.Question question() {
        return new CustomerSource.Question(
                Optional.empty(), Optional.of(new Address.PhoneNumber("+8613800000000")), Optional.empty());
    }

    @Test
    void whatAnEndpointCannotDoIsSaid() {
        assertThatThrownBy(() -> camel.getEndpoint("patchbay:nonsense/x"))
                .rootCause()
                .hasMessageContaining("patchbay:nonsense is unknown");
        assertThatThrownBy(() -> camel.getEndpoint("patchbay:events?window=0"))
                .rootCause()
                .hasMessage("window must be 1 to 1000 but is \"0\"");
    }
}
