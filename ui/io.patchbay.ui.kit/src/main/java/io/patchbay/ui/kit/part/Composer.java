// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.kit.part;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.dom.DomEvent;
import java.util.function.BiConsumer;

/**
 * Where an agent writes. The browser part sends on Enter but never while an input method composes; each text comes with
 * the key of the conversation it was typed for.
 */
@Tag("pb-composer")
public final class Composer extends Component {
    /**
     * Shows a conversation's draft.
     *
     * @param key the conversation
     * @param draft what was typed so far
     * @param placeholder channel and person written to
     */
    public void load(String key, String draft, String placeholder) {
        getElement().callJsFunction("load", key, draft, placeholder);
    }

    /** Sends what is typed, as Enter does. */
    public void send() {
        getElement().callJsFunction("send");
    }

    /**
     * Puts a text back that could not be sent.
     *
     * @param key the conversation
     * @param text what was typed
     */
    public void restore(String key, String text) {
        getElement().callJsFunction("restore", key, text);
    }

    /**
     * Follows what is sent.
     *
     * @param listener gets conversation and text
     */
    public void onSend(BiConsumer<String, String> listener) {
        on("pb-send", listener);
    }

    /**
     * Follows drafts.
     *
     * @param listener gets conversation and text
     */
    public void onDraft(BiConsumer<String, String> listener) {
        on("pb-draft", listener);
    }

    /**
     * Follows typing, at most every 2.5 s.
     *
     * @param listener gets the conversation and an empty text
     */
    public void onTyping(BiConsumer<String, String> listener) {
        on("pb-typing", listener);
    }

    /**
     * Puts words in where the cursor is.
     *
     * @param text what to insert
     */
    public void insert(String text) {
        getElement().callJsFunction("insert", text);
    }

    /**
     * Follows a {@code /} typed into an empty field: canned answers are wanted.
     *
     * @param listener is called
     */
    public void onSlash(Runnable listener) {
        getElement().addEventListener("pb-slash", happened -> listener.run());
    }

    private void on(String event, BiConsumer<String, String> listener) {
        getElement()
                .addEventListener(event, happened -> listener.accept(detail(happened, "key"), detail(happened, "text")))
                .addEventData("event.detail.key")
                .addEventData("event.detail.text");
    }

    private static String detail(DomEvent event, String name) {
        return event.getEventData().getString("event.detail." + name);
    }
}
