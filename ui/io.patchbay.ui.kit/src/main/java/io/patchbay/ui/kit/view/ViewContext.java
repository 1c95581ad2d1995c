// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.kit.view;

import com.vaadin.flow.component.Component;
import io.patchbay.api.access.Scope;
import io.patchbay.api.command.Command;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.id.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.osgi.annotation.versioning.ProviderType;

/**
 * One window of the console and its reader, as a view sees them. Methods are called in the window's UI thread unless
 * they say otherwise; what they call back runs there too, and no more once the view is gone.
 */
@ProviderType
public interface ViewContext {
    /**
     * Who reads.
     *
     * @return the account
     */
    UserId user();

    /**
     * What he may see and do now; ask again for each read.
     *
     * @return his scope
     */
    Scope scope();

    /**
     * His language.
     *
     * @return {@code zh-CN} or {@code en}
     */
    Locale locale();

    /**
     * The zone of his unit's business day.
     *
     * @return the zone
     */
    ZoneId zone();

    /**
     * The moment, for ages and durations.
     *
     * @return now
     */
    Instant now();

    /**
     * Where the window is.
     *
     * @return its address
     */
    Place place();

    /**
     * Goes elsewhere in the console.
     *
     * @param place where
     */
    void go(Place place);

    /**
     * Changes the address without leaving the view, for filters; the view is not told.
     *
     * @param place what the address shall be
     */
    void rewrite(Place place);

    /**
     * Runs a command as the reader.
     *
     * @param command what he wants
     * @param then gets what came of it
     */
    void run(Command command, Consumer<CommandResult> then);

    /**
     * Reads something slow beside the UI thread.
     *
     * @param slow reads; runs on a thread of the console's
     * @param then gets it
     * @param <T> what is read
     */
    <T> void load(Supplier<T> slow, Consumer<T> then);

    /**
     * Does something at once in the UI thread, and pushes it. May be called from any thread.
     *
     * @param change what
     */
    void now(Runnable change);

    /**
     * Does something in the UI thread with other changes of the next quarter of a second. May be called from any
     * thread.
     *
     * @param name of the change; only the last one of a name is done
     * @param change what
     */
    void soon(String name, Runnable change);

    /**
     * Does something again and again while the view is open.
     *
     * @param pause between two times, at least a second
     * @param task what, in the UI thread
     */
    void every(Duration pause, Runnable task);

    /**
     * Ends something when the view is gone, for example a subscription.
     *
     * @param end what is closed
     */
    void untilGone(AutoCloseable end);

    /**
     * Says where the reader is, beside the view's title.
     *
     * @param crumb for example the number of an interaction; empty for none
     */
    void crumb(String crumb);

    /**
     * Puts the view's own parts into the top bar and the status line, in place of former ones.
     *
     * @param top beside the title
     * @param status left in the status line, after the connection
     */
    void frame(Component top, Component status);

    /**
     * Says that something waits for the reader.
     *
     * @param words in the window's title, empty for none
     * @param waiting how many; the rail and the favicon show it
     */
    void attention(String words, int waiting);
}
