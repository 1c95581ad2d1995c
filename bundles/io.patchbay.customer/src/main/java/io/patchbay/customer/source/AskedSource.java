// SPDX-License-Identifier: Apache-2.0
package io.patchbay.customer.source;

import io.patchbay.api.command.Problem;
import io.patchbay.api.customer.SourceCard;
import io.patchbay.api.customer.SourceCard.State;
import io.patchbay.api.customer.SourceCard.Trouble;
import io.patchbay.spi.customer.CustomerSource;
import io.patchbay.spi.customer.CustomerSource.Question;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** One source with what it said before: asked at most once at a time for a customer, never longer than two seconds. */
final class AskedSource {
    /** An answer counts as fresh that long. */
    static final Duration FRESH = Duration.ofMinutes(1);
    /** How long an answer is waited for. */
    static final Duration LIMIT = Duration.ofSeconds(2);

    private static final int REMEMBERED = 5_000;

    private final CustomerSource source;
    private final InstantSource clock;
    private final Later later;
    private final Breaker breaker = new Breaker();
    private final Map<String, Answer> answers = new LinkedHashMap<>(64, 0.75f, true);
    private final Map<String, CompletableFuture<Boolean>> asked = new LinkedHashMap<>();
    private final Map<String, String> troubles = new LinkedHashMap<>();

    AskedSource(CustomerSource source, InstantSource clock, Later later) {
        this.source = source;
        this.clock = clock;
        this.later = later;
    }

    String name() {
        return source.name();
    }

    boolean asks(CustomerSource one) {
        return source == one;
    }

    /**
     * Asks unless it was just asked; completes with whether there is news.
     *
     * @param insisted also while the source is left alone
     */
    CompletionStage<Boolean> ask(String key, Question question, boolean insisted) {
        Instant now = clock.instant();
        CompletableFuture<Boolean> news = new CompletableFuture<>();
        synchronized (this) {
            Answer known = answers.get(key);
            CompletableFuture<Boolean> running = asked.get(key);
            if (running != null) {
                return running;
            } else if ((known != null && known.at().plus(FRESH).isAfter(now)) || !breaker.admits(now, insisted)) {
                return CompletableFuture.completedStage(false);
            }
            asked.put(key, news);
        }
        CompletionStage<Map<String, Object>> said;
        try {
            said = source.lookUp(question);
        } catch (RuntimeException e) {
            said = CompletableFuture.failedStage(e);
        }
        said.whenComplete((json, failure) -> told(key, json, failure, news));
        later.after(LIMIT, () -> told(key, null, null, news));
        return news;
    }

    private void told(String key, Map<String, Object> json, Throwable failure, CompletableFuture<Boolean> news) {
        synchronized (this) {
            if (!asked.remove(key, news)) {
                return; // too late, or told before
            }
            Instant now = clock.instant();
            if (json != null) {
                breaker.answered();
                troubles.remove(key);
                answers.put(key, Answer.of(now, name(), json));
                if (answers.size() > REMEMBERED) {
                    answers.remove(answers.keySet().iterator().next());
                }
            } else {
                breaker.failed(now);
                troubles.put(key, failure == null ? "no answer" : reason(failure));
                if (troubles.size() > REMEMBERED) {
                    troubles.remove(troubles.keySet().iterator().next());
                }
            }
        }
        news.complete(true);
    }

    private static String reason(Throwable failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        String words = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return words.length() > 200 ? words.substring(0, 200) : words;
    }

    /** Who it says he is, if it knows. */
    synchronized Optional<Answer.Person> person(String key) {
        return Optional.ofNullable(answers.get(key)).flatMap(Answer::person);
    }

    synchronized SourceCard card(String key) {
        Instant now = clock.instant();
        Answer known = answers.get(key);
        boolean running = asked.containsKey(key);
        boolean fresh = known != null && known.at().plus(FRESH).isAfter(now);
        Optional<Instant> rests = breaker.rests(now);
        Optional<Trouble> trouble = fresh || (running && !troubles.containsKey(key)) || healthy(key, rests)
                ? Optional.empty()
                : Optional.of(new Trouble(problem(), rests));
        if (known == null) {
            return new SourceCard(
                    name(),
                    name(),
                    List.of(),
                    List.of(),
                    trouble.isPresent() ? State.MISSING : State.ASKING,
                    Optional.empty(),
                    trouble);
        }
        State state = known.empty() ? State.UNKNOWN : fresh ? State.FRESH : State.AGED;
        return new SourceCard(
                name(), known.title(), known.rows(), known.alerts(), state, Optional.of(known.at()), trouble);
    }

    private boolean healthy(String key, Optional<Instant> rests) {
        return !troubles.containsKey(key) && rests.isEmpty();
    }

    private Problem problem() {
        return Problem.of(
                "source-away", "{0} did not answer; carry on with what is known.", "{0} 未响应，可先按已有信息继续。", name());
    }
}
