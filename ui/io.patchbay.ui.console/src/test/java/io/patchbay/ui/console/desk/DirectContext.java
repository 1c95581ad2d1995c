// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.desk;

import com.vaadin.flow.component.Component;
import io.patchbay.api.access.Scope;
import io.patchbay.api.command.Actor;
import io.patchbay.api.command.Command;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.id.UserId;
import io.patchbay.ui.console.dev.SampleCommands;
import io.patchbay.ui.console.dev.SampleCore;
import io.patchbay.ui.kit.text.Languages;
import io.patchbay.ui.kit.view.Place;
import io.patchbay.ui.kit.view.ViewContext;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A window that does everything at once, in the thread that asks. */
final class DirectContext implements ViewContext {
    private static final UserId ALICE = new UserId("alice");

    private final SampleCore core;
    private final SampleCommands commands;
    private final List<Runnable> tasks = new ArrayList<>();
    private final List<AutoCloseable> ends = new ArrayList<>();
    Instant now;
    Place place = Place.parse("desk");
    String rewritten = "";

    DirectContext(SampleCore core, SampleCommands commands, Instant now) {
        this.core = core;
        this.commands = commands;
        this.now = now;
    }

    void tick() {
        tasks.forEach(Runnable::run);
    }

    void close() {
        for (AutoCloseable end : ends) {
            try {
                end.close();
            } catch (Exception e) { // what AutoCloseable declares
                throw new AssertionError(e);
            }
        }
    }

    @Override
    public UserId user() {
        return ALICE;
    }

    @Override
    public Scope scope() {
        return core.directory.scope(ALICE);
    }

    @Override
    public Locale locale() {
        return Languages.CHINESE;
    }

    @Override
    public ZoneId zone() {
        return ZoneId.of("Asia/Shanghai");
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public Place place() {
        return place;
    }

    @Override
    public void go(Place wanted) {
        place = wanted;
    }

    @Override
    public void rewrite(Place wanted) {
        rewritten = wanted.text();
    }

    @Override
    public void run(Command command, Consumer<CommandResult> then) {
        commands.execute(new Actor.Person(ALICE, scope()), command, "").thenAccept(then);
    }

    @Override
    public <T> void load(Supplier<T> slow, Consumer<T> then) {
        then.accept(slow.get());
    }

    @Override
    public void now(Runnable change) {
        change.run();
    }

    @Override
    public void soon(String name, Runnable change) {
        change.run();
    }

    @Override
    public void every(Duration pause, Runnable task) {
        tasks.add(task);
    }

    @Override
    public void untilGone(AutoCloseable end) {
        ends.add(end);
    }

    @Override
    public void crumb(String crumb) {}

    @Override
    public void frame(Component top, Component status) {}

    @Override
    public void attention(String words, int waiting) {}
}
