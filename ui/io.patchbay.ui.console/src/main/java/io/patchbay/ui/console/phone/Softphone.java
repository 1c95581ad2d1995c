// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.phone;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.server.communication.PushConnection;
import io.patchbay.api.id.AgentId;
import io.patchbay.channel.voice.api.BrowserPhones;
import io.patchbay.channel.voice.api.BrowserPhones.Line;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * An agent's telephone in his window. What it is, the server knows; microphone, ear and what he sees are the browser's
 * ({@code softphone.js}). Called in the window's UI thread unless said otherwise.
 */
@Tag("pb-softphone")
public final class Softphone extends Component implements BrowserPhones.Window, AutoCloseable {
    /** One a second: push may be away for a moment. */
    private static final int LOOKS_UNREACHED = 5;

    /** Somebody who talks waits so long for voice to come back. */
    private static final int LOOKS_AWAY = 30;

    private static final String DETAIL = "event.detail.";

    private final AgentId agent;
    private final Supplier<Optional<BrowserPhones>> phones;
    private final Consumer<Runnable> window;
    private Optional<BrowserPhones> attachedAt = Optional.empty();
    private Optional<Line> line = Optional.empty();
    private String shown = "";
    private int unreached;
    private int away;

    /** What is connected with the browser. */
    private final Set<String> calls = ConcurrentHashMap.newKeySet();

    /**
     * No phone yet.
     *
     * @param agent whose
     * @param phones the voice channel's, while it is there
     * @param window runs in the window's UI thread
     * @param language of the words
     */
    public Softphone(
            AgentId agent, Supplier<Optional<BrowserPhones>> phones, Consumer<Runnable> window, Locale language) {
        this.agent = agent;
        this.phones = phones;
        this.window = window;
        getElement().setProperty("words", PhoneWords.json(language));
        getElement()
                .addEventListener("pb-phone", this::told)
                .addEventData(DETAIL + "what")
                .addEventData(DETAIL + "call")
                .addEventData(DETAIL + "text");
        look();
    }

    /** Follows the coming and going of the voice channel and of other windows; called again and again. */
    public void look() {
        Optional<BrowserPhones> now = phones.get();
        if (line.isPresent() && !now.equals(attachedAt)) {
            exchanged(now);
        } else if (isGone()) {
            close();
            show("none"); // if it comes back, it asks anew
        } else {
            show();
        }
    }

    /** Voice went, and its line with it. In a call the next one is asked here, else the browser asks anew. */
    private void exchanged(Optional<BrowserPhones> now) {
        if (!calls.isEmpty() && now.isEmpty() && ++away < LOOKS_AWAY) {
            return;
        }
        away = 0;
        boolean goesOn = !calls.isEmpty() && now.isPresent();
        line = Optional.empty();
        calls.clear();
        if (goesOn) {
            use(false);
        } else {
            show("none");
        }
    }

    /** Neither push reaches the window nor sound comes from it. */
    private boolean isGone() {
        boolean reached = getUI().map(ui -> ui.getInternals().getPushConnection())
                .map(PushConnection::isConnected)
                .orElse(true);
        unreached = reached ? 0 : unreached + 1;
        return unreached >= LOOKS_UNREACHED
                && line.filter(mine -> !mine.flows()).isPresent();
    }

    private void show() {
        show(phones.get()
                .map(there -> line.isPresent() ? "mine" : there.attached(agent) ? "elsewhere" : "free")
                .orElse("none"));
    }

    private void show(String state) {
        if (!state.equals(shown)) {
            shown = state;
            getElement().setProperty("state", state);
        }
    }

    private void told(DomEvent event) {
        String call = event.getEventData().getString(DETAIL + "call");
        String text = event.getEventData().getString(DETAIL + "text");
        switch (event.getEventData().getString(DETAIL + "what")) {
            case "use" -> use(text.equals("take"));
            case "off" -> close();
            case "answer" -> line.ifPresent(mine -> mine.answered(call, text));
            case "failed" -> line.ifPresent(mine -> mine.failed(call, text));
            case "echo" -> line.ifPresent(Line::echo);
            case "end-echo" -> line.ifPresent(mine -> mine.endEcho(call));
            default -> {
                // of a page that is newer or older than we are
            }
        }
    }

    private void use(boolean takeOver) {
        attachedAt = phones.get();
        if (line.isEmpty()) {
            line = attachedAt.flatMap(there -> there.attach(agent, this, takeOver));
        }
        shown = "";
        show();
    }

    @Override
    public void connect(String call, String offer) {
        calls.add(call);
        window.accept(() -> getElement().callJsFunction("connect", call, offer));
    }

    @Override
    public void disconnect(String call) {
        calls.remove(call);
        window.accept(() -> getElement().callJsFunction("disconnect", call));
    }

    @Override
    public void taken() {
        window.accept(() -> {
            line = Optional.empty();
            show();
        });
    }

    /** The window is no phone any more. */
    @Override
    public void close() {
        Optional<Line> last = line;
        line = Optional.empty();
        calls.clear();
        last.ifPresent(Line::close);
        show();
    }
}
