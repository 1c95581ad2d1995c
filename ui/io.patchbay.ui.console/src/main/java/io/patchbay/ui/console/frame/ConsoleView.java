// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.frame;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.server.VaadinSession;
import io.patchbay.ui.console.core.Choices;
import io.patchbay.ui.console.core.Console;
import io.patchbay.ui.console.core.Reader;
import io.patchbay.ui.console.signin.SignInView;
import io.patchbay.ui.kit.view.Place;
import java.util.Locale;

/** The one route: sign-in for strangers, the frame with the view of the address for everyone else. */
public final class ConsoleView extends Div implements BeforeEnterObserver {
    private final transient Console console;
    private final Locale language;
    private final String theme;
    private transient Frame frame;
    private transient Place place = Place.parse("");

    public ConsoleView(Console console) {
        this.console = console;
        Choices choices = Choices.of(UI.getCurrent());
        language = choices.language();
        theme = choices.theme();
        addClassName("page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        place = Place.parse(event.getLocation().getPathWithQueryParameters());
        if (frame != null) {
            frame.show(place);
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        UI ui = event.getUI();
        ui.getPushConfiguration().setParameter("reconnectInterval", "1000");
        ui.getPage()
                .executeJs(
                        "window.patchbay.clock($0)",
                        String.valueOf(console.services().clock().millis()));
        VaadinSession.getCurrent().setErrorHandler(Faults::log);
        Reader.current()
                .filter(reader ->
                        console.services().signIn().session(reader.token()).isPresent())
                .filter(reader -> !reader.held())
                .ifPresentOrElse(this::enter, () -> signIn(""));
    }

    private void signIn(String note) {
        SignInView view = new SignInView(console.services(), language, note, this::enter);
        replace(view);
        view.begin();
    }

    private void enter(Reader reader) {
        frame = new Frame(console, reader, language, theme, getUI().orElseThrow(), this::signedOut);
        replace(frame);
        frame.show(place);
    }

    private void signedOut(String note) {
        leaveFrame();
        signIn(note);
    }

    private void replace(Component content) {
        removeAll();
        add(content);
    }

    @Override
    protected void onDetach(DetachEvent event) {
        leaveFrame();
    }

    private void leaveFrame() {
        if (frame != null) {
            frame.close();
            frame = null;
        }
    }
}
