// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.frame;

import com.vaadin.flow.component.Component;
import io.patchbay.api.access.Scope;
import io.patchbay.api.command.Actor;
import io.patchbay.api.command.Command;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.id.UserId;
import io.patchbay.ui.console.core.Services;
import io.patchbay.ui.console.core.Visits;
import io.patchbay.ui.kit.view.Place;
import io.patchbay.ui.kit.view.ViewContext;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A view's window: closed when the view goes. */
final class WindowContext implements ViewContext {
    private final Frame frame;
    private final Services services;
    private final Window window;
    private final UserId user;
    private final Locale locale;
    private final ZoneId zone;

    WindowContext(Frame frame, Services services, Window window, UserId user, Locale locale, ZoneId zone) {
        this.frame = frame;
        this.services = services;
        this.window = window;
        this.user = user;
        this.locale = locale;
        this.zone = zone;
    }

    void close() {
        window.close();
    }

    @Override
    public UserId user() {
        return user;
    }

    @Override
    public Scope scope() {
        return services.people().scope(user);
    }

    @Override
    public Locale locale() {
        return locale;
    }

    @Override
    public ZoneId zone() {
        return zone;
    }

    @Override
    public Instant now() {
        return services.clock().instant();
    }

    @Override
    public Place place() {
        return frame.place();
    }

    @Override
    public void go(Place place) {
        window.ui().navigate(place.text());
    }

    @Override
    public void rewrite(Place place) {
        frame.rewrite(place);
    }

    @Override
    public void run(Command command, Consumer<CommandResult> then) {
        frame.used();
        services.commands()
                .execute(
                        new Actor.Person(user, scope(), Visits.origin(window.ui())),
                        command,
                        UUID.randomUUID().toString())
                .thenAccept(result -> window.now(() -> then.accept(result)));
    }

    @Override
    public <T> void load(Supplier<T> slow, Consumer<T> then) {
        window.threads().read(() -> {
            T read = slow.get();
            window.now(() -> then.accept(read));
        });
    }

    @Override
    public void now(Runnable change) {
        window.now(change);
    }

    @Override
    public void soon(String name, Runnable change) {
        window.soon(name, change);
    }

    @Override
    public void every(Duration pause, Runnable task) {
        window.every(pause, task);
    }

    @Override
    public void untilGone(AutoCloseable end) {
        window.untilGone(end);
    }

    @Override
    public void crumb(String crumb) {
        frame.crumb(crumb);
    }

    @Override
    public void frame(Component top, Component status) {
        frame.parts(top, status);
    }

    @Override
    public void attention(String words, int waiting) {
        frame.attention(words, waiting);
    }
}
