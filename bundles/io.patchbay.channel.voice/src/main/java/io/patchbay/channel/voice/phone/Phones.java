// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice.phone;

import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.WorkKind;
import io.patchbay.api.watch.Watch;
import io.patchbay.sip.registrar.Binding;
import io.patchbay.sip.registrar.BindingsListener;
import io.patchbay.spi.channel.Reach;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Which agents' phones can ring: those that are registered, have an account, and did not just prove to be gone. Safe
 * for any thread.
 */
public final class Phones implements Reach, BindingsListener {
    /** How long a phone that could not be rung is left alone unless it registers again. */
    static final Duration LEFT_ALONE = Duration.ofSeconds(30);

    private final WorkKind kind;
    private final Extensions extensions;
    private final Predicate<String> account;
    private final Predicate<AgentId> browser;
    private final InstantSource clock;
    private final BiConsumer<Duration, Runnable> later;
    private final Consumer<Map<String, List<Binding>>> keep;
    private final Map<String, List<Binding>> registered = new ConcurrentHashMap<>();
    private final Map<String, Instant> gone = new ConcurrentHashMap<>();
    private final List<Consumer<AgentId>> watchers = new CopyOnWriteArrayList<>();

    /**
     * Knows of no phone yet.
     *
     * @param kind the kind of work they are rung for
     * @param extensions whose they are
     * @param account whether there is an account of that extension
     * @param browser whether a window of his is a phone
     * @param clock now
     * @param later runs something after a while
     * @param keep keeps registrations over a restart
     */
    public Phones(
            WorkKind kind,
            Extensions extensions,
            Predicate<String> account,
            Predicate<AgentId> browser,
            InstantSource clock,
            BiConsumer<Duration, Runnable> later,
            Consumer<Map<String, List<Binding>>> keep) {
        this.kind = kind;
        this.extensions = extensions;
        this.account = account;
        this.browser = browser;
        this.clock = clock;
        this.later = later;
        this.keep = keep;
    }

    /** What was registered before a restart. */
    public void restore(List<Binding> bindings) {
        registered.putAll(bindings.stream()
                .sorted(Comparator.comparing(Binding::expires).reversed())
                .collect(Collectors.groupingBy(Binding::user)));
    }

    @Override
    public void bindingsChanged(String extension, List<Binding> bindings) {
        if (bindings.isEmpty()) {
            registered.remove(extension);
        } else {
            registered.put(extension, List.copyOf(bindings));
        }
        gone.remove(extension);
        keep.accept(Map.of(extension, bindings));
        tell(extension);
    }

    /** A phone could not be rung: nothing is offered until it registers again or a while has passed. */
    public void gone(String extension) {
        Instant until = clock.instant().plus(LEFT_ALONE);
        gone.put(extension, until);
        tell(extension);
        later.accept(LEFT_ALONE, () -> {
            if (gone.remove(extension, until)) {
                tell(extension);
            }
        });
    }

    private boolean isGone(String extension) {
        return Optional.ofNullable(gone.get(extension))
                .filter(until -> until.isAfter(clock.instant()))
                .isPresent();
    }

    private void tell(String extension) {
        extensions.agent(extension).ifPresent(this::changed);
    }

    /** A window became his phone, or is none any more. */
    public void browserChanged(AgentId agent) {
        extensions.of(agent).ifPresent(gone::remove);
        changed(agent);
    }

    /** Something about an agent's phone changed: account, extension, registration. */
    public void changed(AgentId agent) {
        watchers.forEach(watcher -> watcher.accept(agent));
    }

    /** Where an extension's phones are, newest first; nothing if none is registered. */
    public List<Binding> bindings(String extension) {
        Instant now = clock.instant();
        return registered.getOrDefault(extension, List.of()).stream()
                .filter(binding -> binding.expires().isAfter(now))
                .toList();
    }

    @Override
    public WorkKind kind() {
        return kind;
    }

    @Override
    public boolean reaches(AgentId agent) {
        return extensions
                .of(agent)
                .filter(extension -> !isGone(extension))
                .filter(extension -> browser.test(agent)
                        || (account.test(extension) && !bindings(extension).isEmpty()))
                .isPresent();
    }

    @Override
    public Watch watch(Consumer<AgentId> changed) {
        watchers.add(changed);
        return () -> watchers.remove(changed);
    }
}
