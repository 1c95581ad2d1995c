// SPDX-License-Identifier: Apache-2.0
package io.patchbay.camel;

import static io.patchbay.camel.FakePatchbay.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.journal.JournalEntry;
import io.patchbay.camel.api.RouteCommand;
import io.patchbay.camel.api.RouteContext;
import io.patchbay.spi.command.CommandHandler;
import io.patchbay.store.plain.PlainStore;
import io.patchbay.testkit.FakeJournal;
import io.patchbay.testkit.TestDatabases;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;

/** {@code route.start}, {@code route.stop}, {@code deadletter.replay}, {@code deadletter.drop}. */
class RouteHandlersTest {
    private static final Actor OPERATOR = new Actor.Part("test");

    @TempDir
    Path home;

    private final FakeJournal journal = new FakeJournal();
    private final AtomicBoolean crmIsThere = new AtomicBoolean();
    private PlainStore store;
    private RoutesComponent routes;

    @BeforeEach
    void open() throws IOException {
        store = new PlainStore(home, TestDatabases.memory());
        routes = new RoutesComponent(
                stub(BundleContext.class, (proxy, method, arguments) -> null),
                stub(CamelConfig.class, (proxy, method, arguments) -> method.getDefaultValue()),
                store.home(),
                store.migrations(),
                store.database(),
                store.vault(),
                journal,
                stub(io.patchbay.api.command.Commands.class, (proxy, method, arguments) -> null),
                stub(io.patchbay.api.interaction.Interactions.class, (proxy, method, arguments) -> List.of()),
                stub(io.patchbay.api.people.People.class, (proxy, method, arguments) -> Optional.empty()));
        routes.host().builderCame("crm", FakePatchbay.ground(), new RouteBuilder() {
            @Override
            public void configure() {
                from("seda:crm").routeId("crm").process(exchange -> {
                    if (!crmIsThere.get()) {
                        throw new IllegalStateException("the CRM says 500");
                    }
                });
                from("timer:once?repeatCount=1&delay=1").routeId("once").to("seda:crm");
            }
        });
        await("dead letter", () -> routes.deadLetterCount() == 1);
    }

    @AfterEach
    void close() {
        routes.close();
        store.close();
    }

    private static <T> T stub(Class<T> type, InvocationHandler answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, answers));
    }

    private <C extends RouteCommand> CommandResult run(CommandHandler<C> handler, Map<String, Object> body) {
        return handler.handle(OPERATOR, handler.read(body), "key")
                .toCompletableFuture()
                .join();
    }

    private List<String> journalled() {
        return journal.read(0, 100).stream().map(JournalEntry::type).toList();
    }

    private boolean runs(String route) {
        return routes.contexts().stream()
                .map(RouteContext::routes)
                .flatMap(List::stream)
                .anyMatch(line -> line.id().equals(route) && line.started());
    }

    private static void assertRefused(CommandResult result, CommandResult.Kind kind, String words) {
        assertThat(result).isInstanceOfSatisfying(CommandResult.Refused.class, refused -> {
            assertThat(refused.kind()).isEqualTo(kind);
            assertThat(refused.problem().english()).contains(words);
        });
    }

    @Test
    void aRouteIsStoppedAndStartedAndBothAreJournalled() {
        Map<String, Object> crm = Map.of("context", "crm", "route", "crm");
        assertThat(run(new StopRouteHandler(routes, journal), crm)).isInstanceOf(CommandResult.Done.class);
        assertThat(runs("crm")).isFalse();
        assertThat(runs("once")).isTrue();
        assertThat(run(new StartRouteHandler(routes, journal), crm)).isInstanceOf(CommandResult.Done.class);
        assertThat(runs("crm")).isTrue();
        assertThat(journalled()).containsExactly("route.stopped", "route.started");
        assertThat(journal.read(0, 1).get(0).body()).isEqualTo(crm);
    }

    @Test
    void aWholeContextIsStoppedWithoutNamingARoute() {
        assertThat(run(new StopRouteHandler(routes, journal), Map.of("context", "crm")))
                .isInstanceOf(CommandResult.Done.class);
        assertThat(runs("crm") || runs("once")).isFalse();
        assertThat(routes.contexts().get(0).state()).isEqualTo(RouteContext.State.STOPPED);
    }

    @Test
    void whatIsNotThereIsNamed() {
        assertRefused(
                run(new StopRouteHandler(routes, journal), Map.of("context", "crm", "route", "other")),
                CommandResult.Kind.NOT_FOUND,
                "crm, other");
        assertRefused(run(new ReplayHandler(routes, journal), Map.of("id", 99)), CommandResult.Kind.NOT_FOUND, "99");
        assertRefused(run(new DropHandler(routes, journal), Map.of("id", 99)), CommandResult.Kind.NOT_FOUND, "99");
        assertThat(journalled()).isEmpty();
    }

    @Test
    void aWrongFieldIsNamedWithItsValue() {
        StartRouteHandler start = new StartRouteHandler(routes, journal);
        assertThatThrownBy(() -> start.read(Map.of())).hasMessage("the field \"context\" is missing");
        DropHandler drop = new DropHandler(routes, journal);
        assertThatThrownBy(() -> drop.read(Map.of("id", "x")))
                .hasMessage("the field \"id\" must be a number but is \"x\"");
    }

    @Test
    void aReplayThatFailsAgainKeepsTheLetterAndOneThatEndsWellTakesIt() {
        ReplayHandler replay = new ReplayHandler(routes, journal);
        Map<String, Object> letter = Map.of("id", routes.deadLetters(1).get(0).id());
        assertRefused(run(replay, letter), CommandResult.Kind.CONFLICT, "the CRM says 500");
        assertThat(routes.deadLetterCount()).isOne();
        crmIsThere.set(true);
        assertThat(run(replay, letter)).isInstanceOf(CommandResult.Done.class);
        assertThat(routes.deadLetterCount()).isZero();
        assertThat(journalled()).containsExactly("deadletter.replayed");
    }

    @Test
    void aDroppedLetterIsGone() {
        Map<String, Object> letter = Map.of("id", routes.deadLetters(1).get(0).id());
        assertThat(run(new DropHandler(routes, journal), letter)).isInstanceOf(CommandResult.Done.class);
        assertThat(routes.deadLetterCount()).isZero();
        assertThat(journalled()).containsExactly("deadletter.dropped");
    }
}
