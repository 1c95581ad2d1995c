// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.frame;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import io.patchbay.api.access.Permissions;
import io.patchbay.api.access.Reach;
import io.patchbay.api.access.Scope;
import io.patchbay.api.agent.AgentCommand;
import io.patchbay.api.agent.Presence;
import io.patchbay.api.command.Actor;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.RoleId;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.id.UserId;
import io.patchbay.api.people.Person;
import io.patchbay.provision.api.FeatureChange;
import io.patchbay.ui.console.core.Console;
import io.patchbay.ui.console.core.ConsoleDeclarations;
import io.patchbay.ui.console.core.Reader;
import io.patchbay.ui.console.core.Services;
import io.patchbay.ui.console.core.Visits;
import io.patchbay.ui.console.phone.Softphone;
import io.patchbay.ui.kit.part.Press;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.part.Vacant;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.FollowsAddress;
import io.patchbay.ui.kit.view.Place;
import io.patchbay.ui.kit.view.ViewContribution;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** What stands around every view: rail, top bar, status line; and which view is open. */
final class Frame extends Div {
    private static final Duration ALARMS = Duration.ofSeconds(1);
    private static final Duration PHONE = Duration.ofSeconds(1);

    private final Console console;
    private final Services services;
    private final Reader reader;
    private final Locale language;
    private final Words words;
    private final UI ui;
    private final Window window;
    private final Consumer<String> signedOut;
    private final ZoneId zone;
    private final Rail rail;
    private final TopBar top;
    private final StatusLine status;
    private final Div main = Shape.box("main");
    private final Optional<AgentLink> agentLink;
    private Place place = Place.parse("");
    private Optional<ViewContribution> open = Optional.empty();
    private Set<Reach> seen = Set.of();
    private Optional<WindowContext> context = Optional.empty();
    private Component view = new Div();

    Frame(Console console, Reader reader, Locale language, String theme, UI ui, Consumer<String> signedOut) {
        this.console = console;
        this.services = console.services();
        this.reader = reader;
        this.language = language;
        this.ui = ui;
        this.signedOut = signedOut;
        words = Words.of(Console.class, language);
        window = new Window(ui, console.threads());
        Scope scope = scope();
        Optional<Person> person = services.people().person(scope, reader.user());
        zone = Zones.of(services.people(), scope, person);
        agentLink = scope.may(Permissions.AGENT)
                        && person.filter(Landing::takesContacts).isPresent()
                ? Optional.of(new AgentLink(services, new AgentId(reader.user().value()), ui))
                : Optional.empty();
        rail = new Rail(words);
        status = new StatusLine(words);
        PersonMenu menu = new PersonMenu(
                words,
                person.map(Person::name).orElse(reader.user().value()),
                theme,
                () -> ui.navigate("me"),
                this::leave);
        top = new TopBar(menu);
        build();
        agentLink.ifPresent(this::startWork);
        if (AlarmBell.isFor(scope)) {
            AlarmBell bell = new AlarmBell(console, words, language, () -> ui.navigate("alarms"));
            top.alarms(bell);
            bell.look();
            window.every(ALARMS, bell::look);
        }
        window.untilGone(services.security().whenEnded(reader.token(), () -> window.now(this::ended)));
        GreetingLine.of(reader, language, zone, services.clock().instant()).ifPresent(this::add);
        window.untilGone(console.windows().opened(reader.user()));
        window.untilGone(console.follow(() -> window.now(this::viewsChanged)));
        seen = Set.copyOf(scope.reaches());
        window.untilGone(services.people().watch(() -> window.soon("rights", this::rightsChanged)));
        new Pulse(window, status, words, this::stillSignedIn, agentLink).start(zone);
        window.untilGone(console.parameters().watch(() -> window.now(this::notice)));
        notice();
        fillRail();
    }

    private void build() {
        addClassName("app");
        main.getElement()
                .setAttribute("role", "main")
                .setAttribute("id", "main")
                .setAttribute("tabindex", "-1");
        Component skip = Shape.tag("a", "skip", words.get("skip"));
        skip.getElement().setAttribute("href", "#main");
        add(skip, rail, top, main, status, new Keyboard(words, window));
    }

    private void startWork(AgentLink link) {
        PresencePill pill =
                new PresencePill(services.queues(), language, words, wish -> run(link.agent(), wish), this::nameOf);
        top.presence(pill);
        link.open(console.threads(), desk -> window.now(() -> pill.show(desk)));
        window.untilGone(link);
        Softphone phone = new Softphone(link.agent(), console::browserPhones, window::now, language);
        status.phone(phone);
        window.every(PHONE, phone::look);
        window.untilGone(phone);
        boolean fresh = services.agents()
                .desk(scope(), link.agent())
                .filter(desk -> !(desk.state().presence() instanceof Presence.LoggedOut))
                .isEmpty();
        if (fresh) {
            run(link.agent(), new Presence.NotReady(Presence.NotReady.PREPARING));
        }
    }

    private String nameOf(UserId user) {
        return services.people().person(scope(), user).map(Person::name).orElse(user.value());
    }

    private void run(AgentId agent, Presence wish) {
        new WindowContext(this, services, window, reader.user(), language, zone)
                .run(new AgentCommand.ChangePresence(agent, wish), result -> status.refused(result, language));
    }

    private Scope scope() {
        return services.people().scope(reader.user());
    }

    private boolean stillSignedIn() {
        return services.security().sessionId(reader.token()).isPresent()
                && services.people().scope(reader.user()).reader().isPresent();
    }

    Place place() {
        return place;
    }

    /** Shows what an address says. */
    void show(Place wanted) {
        used();
        place = wanted;
        List<ViewContribution> mine = mine();
        String path = wanted.segment(0).orElse("");
        if (path.isEmpty()) {
            Landing.of(
                            scope(),
                            services.people().person(scope(), reader.user()),
                            mine.stream().filter(view -> view.order() >= 0).toList())
                    .ifPresentOrElse(home -> ui.navigate(home), () -> vacant("nothing.title", "nothing.words", false));
            return;
        }
        Optional<ViewContribution> known = console.view(path);
        if (known.isEmpty() && console.lastChange(path).filter(Departed::took).isPresent()) {
            left("");
        } else if (known.isEmpty()) {
            vacant("notFound.title", "notFound.words", true);
        } else if (!mine.contains(known.get())) {
            vacant("noRight.title", "noRight.words", true);
        } else {
            open(known.get());
        }
        rail.select(path);
    }

    private void open(ViewContribution contribution) {
        if (!open.equals(Optional.of(contribution))) {
            closeView();
            open = Optional.of(contribution);
            top.title(contribution.title(language));
            attention("", 0);
            WindowContext made =
                    new WindowContext(this, services, new Window(ui, console.threads()), reader.user(), language, zone);
            context = Optional.of(made);
            put(contribution.create(made));
            if (contribution.sensitive()) {
                main.add(new Watermark(reader.user(), services.clock().instant().atZone(zone)));
            }
        }
        if (view instanceof FollowsAddress follows) {
            follows.show(place);
        }
    }

    private void vacant(String title, String said, boolean home) {
        closeView();
        top.title("");
        Component page = Vacant.page(words.get(title), words.get(said));
        if (home) {
            Press go = new Press("btn p", words.get("home")).test("go-home").does(() -> ui.navigate(""));
            page = Vacant.page(words.get(title), words.get(said), go);
        }
        page.getElement().setAttribute("data-testid", "vacant");
        put(page);
    }

    /** Its feature goes: says who took it; {@link #viewsChanged} opens it again. */
    private void left(String title) {
        Optional<FeatureChange> change = console.lastChange(place.segment(0).orElse(""));
        closeView();
        top.title(title);
        put(new Departed(words, services.people(), zone, () -> ui.navigate("")).page(change));
    }

    private void put(Component shown) {
        view = shown;
        main.removeAll();
        main.add(shown);
    }

    private void closeView() {
        context.ifPresent(WindowContext::close);
        context = Optional.empty();
        open = Optional.empty();
        crumb("");
        parts(new Div(), new Div());
    }

    private List<ViewContribution> mine() {
        Scope scope = scope();
        return console.views().stream()
                .filter(one -> one.permissions().isEmpty()
                        || one.permissions().stream().anyMatch(scope::may))
                .toList();
    }

    /** As the menus of his roles say. */
    private List<ViewContribution> inOrder(List<ViewContribution> views) {
        Set<RoleId> roles = services.people()
                .person(Scope.system(), reader.user())
                .map(person -> person.roles(services.clock().instant()))
                .orElse(Set.of());
        List<String> paths = views.stream().map(ViewContribution::path).toList();
        return console.menus().map(menus -> menus.rail(roles, paths)).orElse(paths).stream()
                .flatMap(path -> views.stream().filter(one -> one.path().equals(path)))
                .toList();
    }

    private void notice() {
        UnitId unit = services.people()
                .person(Scope.system(), reader.user())
                .map(Person::unit)
                .orElse(UnitId.ROOT);
        top.notice((String) console.parameters().value(ConsoleDeclarations.NOTICE, unit));
    }

    private void viewsChanged() {
        fillRail();
        if (open.isPresent() && !console.views().contains(open.get())) {
            left(open.get().title(language));
            Console.forget();
        } else if (open.isEmpty() && console.view(place.segment(0).orElse("")).isPresent()) {
            show(place);
        }
    }

    /** What he may is no longer what it was: what is open is read anew, or goes. */
    private void rightsChanged() {
        Set<Reach> now = Set.copyOf(scope().reaches());
        if (now.equals(seen)) {
            return;
        }
        seen = now;
        fillRail();
        closeView();
        show(place);
    }

    private void fillRail() {
        rail.fill(inOrder(mine()).stream().filter(view -> view.order() >= 0).toList(), language);
        rail.select(place.segment(0).orElse(""));
    }

    void rewrite(Place wanted) {
        place = wanted;
        ui.getPage().getHistory().replaceState(null, wanted.text());
    }

    void crumb(String crumb) {
        top.crumb(crumb);
    }

    void parts(Component atTop, Component inStatus) {
        top.extra(atTop);
        status.extra(inStatus);
    }

    void attention(String said, int waiting) {
        String title = open.map(one -> one.title(language)).orElse("");
        String head = said.isEmpty() ? title : said;
        ui.getPage()
                .executeJs(
                        "window.patchbay.badge($0, $1)",
                        head.isEmpty() ? "Patchbay" : head + " · Patchbay",
                        waiting > 0);
        open.ifPresent(one -> rail.waiting(one.path(), waiting));
    }

    private void leave() {
        agentLink.ifPresent(link -> services.commands()
                .execute(
                        new Actor.Person(reader.user(), scope(), Visits.origin(ui)),
                        new AgentCommand.ChangePresence(link.agent(), new Presence.LoggedOut()),
                        ""));
        services.signIn().signOut(reader.token());
        Reader.leave();
        signedOut.accept("");
    }

    /**
     * The session was ended: from another window, by its person elsewhere, by an administrator, or with the account.
     */
    private void ended() {
        Reader.leave();
        signedOut.accept(words.get("signin.ended"));
    }

    /** Somebody is there: his session does not end idle. */
    void used() {
        var unused = services.signIn().session(reader.token());
    }

    void close() {
        closeView();
        window.close();
    }
}
