// SPDX-License-Identifier: Apache-2.0
package io.patchbay.camel.endpoint;

import io.patchbay.spi.customer.CustomerSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultConsumer;

/** Is a source of customers while the route runs: each question is an exchange, the body at its end the answer. */
final class LookupConsumer extends DefaultConsumer implements CustomerSource {
    private final Purpose.Lookup lookup;
    private final Doors doors;
    private ExecutorService pool;
    private AutoCloseable known = () -> {};

    LookupConsumer(Endpoint endpoint, Processor processor, Purpose.Lookup lookup, Doors doors) {
        super(endpoint, processor);
        this.lookup = lookup;
        this.doors = doors;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        pool = getEndpoint().getCamelContext().getExecutorServiceManager().newDefaultThreadPool(this, "lookup");
        known = doors.sources().apply(this);
    }

    @Override
    protected void doStop() throws Exception {
        known.close();
        getEndpoint().getCamelContext().getExecutorServiceManager().shutdownGraceful(pool);
        super.doStop();
    }

    @Override
    public String name() {
        return lookup.name();
    }

    @Override
    public CompletionStage<Map<String, Object>> lookUp(Question question) {
        CompletableFuture<Map<String, Object>> answer = new CompletableFuture<>();
        answer.orTimeout(lookup.timeout().toMillis(), TimeUnit.MILLISECONDS);
        try {
            pool.execute(() -> ask(question, answer));
        } catch (RejectedExecutionException e) {
            answer.completeExceptionally(
                    new IllegalStateException(lookup.name() + " has too many questions to answer"));
        }
        return answer.exceptionallyCompose(failure -> CompletableFuture.failedStage(named(failure)));
    }

    private Throwable named(Throwable failure) {
        return failure instanceof TimeoutException
                ? new TimeoutException(lookup.name() + " did not answer within "
                        + lookup.timeout().toMillis() + " ms")
                : failure;
    }

    private void ask(Question question, CompletableFuture<Map<String, Object>> answer) {
        Exchange exchange = createExchange(false);
        exchange.setPattern(ExchangePattern.InOut);
        Message message = exchange.getMessage();
        question.customer().ifPresent(id -> message.setHeader(Header.CUSTOMER, id.toString()));
        question.address().ifPresent(address -> message.setHeader(Header.ADDRESS, address.text()));
        question.name().ifPresent(name -> message.setHeader(Header.NAME, name));
        getAsyncProcessor().process(exchange, doneSync -> {
            try {
                if (exchange.getException() != null) {
                    answer.completeExceptionally(exchange.getException());
                } else {
                    answer.complete(Json.fields(answerOf(exchange)));
                }
            } catch (IllegalArgumentException e) {
                answer.completeExceptionally(e);
            }
        });
    }

    private static Object answerOf(Exchange exchange) {
        Object body = exchange.getMessage().getBody();
        return body instanceof Map<?, ?> || body == null
                ? body
                : exchange.getMessage().getBody(String.class);
    }
}
