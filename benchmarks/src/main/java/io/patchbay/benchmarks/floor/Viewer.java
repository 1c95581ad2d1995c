// SPDX-License-Identifier: Apache-2.0
package io.patchbay.benchmarks.floor;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import io.patchbay.api.access.Scope;
import io.patchbay.api.command.Command;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.id.UserId;
import io.patchbay.ui.kit.view.Place;
import io.patchbay.ui.kit.view.ViewContext;
import io.patchbay.ui.kit.view.ViewContribution;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** One who looks at the board: a window without a browser; what would be pushed is written and counted. */
final class Viewer implements ViewContext {
    private final UserId user;
    private final Scope scope;
    private final InstantSource clock;
    private final UI window = new UI();
    private final List<Runnable> eachSecond = new ArrayList<>();

    Viewer(UserId user, InstantSource clock, ViewContribution wallboard) {
        this.user = user;
        this.scope = Staff.supervisor(user);
        this.clock = clock;
        window.add(wallboard.create(this));
        push();
    }

    /** Draws what is new and gives how many characters of it are pushed. */
    long second() {
        eachSecond.forEach(Runnable::run);
        return push();
    }

    private long push() {
        long[] characters = {0};
        window.getInternals()
                .getStateTree()
                .collectChanges(change ->
                        characters[0] += change.toJson(window.getInternals().getConstantPool())
                                .toString()
                                .length());
        return characters[0];
    }

    @Override
    public UserId user() {
        return user;
    }

    @Override
    public Scope scope() {
        return scope;
    }

    @Override
    public Locale locale() {
        return Locale.ENGLISH;
    }

    @Override
    public ZoneId zone() {
        return Staff.ZONE;
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public Place place() {
        return Place.parse("floor");
    }

    @Override
    public void go(Place place) {}

    @Override
    public void rewrite(Place place) {}

    @Override
    public void run(Command command, Consumer<CommandResult> then) {}

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
        eachSecond.add(task);
    }

    @Override
    public void untilGone(AutoCloseable end) {}

    @Override
    public void crumb(String crumb) {}

    @Override
    public void frame(Component top, Component status) {}

    @Override
    public void attention(String words, int waiting) {}
}
