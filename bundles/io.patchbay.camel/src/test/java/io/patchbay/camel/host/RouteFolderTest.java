// SPDX-License-Identifier: Apache-2.0
package io.patchbay.camel.host;

import static io.patchbay.camel.FakePatchbay.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.camel.FakePatchbay;
import io.patchbay.camel.api.RouteContext;
import io.patchbay.camel.api.RouteContext.State;
import io.patchbay.camel.guard.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Route files dropped, changed, broken, mended, removed. */
class RouteFolderTest {
    private static final String GOOD =
            """
            - route:
                id: first
                from:
                  uri: seda:first
                  steps:
                    - to: mock:first
            """;

    @TempDir
    Path home;

    private FakePatchbay patchbay;
    private RouteFolder folder;
    private int changes;

    @BeforeEach
    void open() throws IOException {
        patchbay = new FakePatchbay(home.resolve("home"), Limits.USUAL);
        folder = new RouteFolder(home.resolve("routes"), patchbay.host);
    }

    @AfterEach
    void close() {
        patchbay.close();
    }

    private void drop(String name, String text) throws IOException {
        Path file = Files.writeString(home.resolve("routes").resolve(name), text);
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000L + ++changes * 1_000L));
        looks();
    }

    private void looks() {
        folder.look();
        folder.look();
    }

    private Optional<RouteContext> context(String name) {
        return patchbay.host.contexts().stream()
                .filter(one -> one.name().equals(name))
                .findFirst();
    }

    private void awaitStarted(String name, String route) {
        await(name + " started", () -> context(name)
                .filter(one -> one.state() == State.STARTED)
                .filter(one -> one.routes().stream().anyMatch(line -> line.id().equals(route) && line.started()))
                .isPresent());
    }

    @Test
    void aFileThatCameIsAContextOfItsOwn() throws IOException {
        drop("one.yaml", GOOD);
        awaitStarted("one.yaml", "first");
        assertThat(context("one.yaml").orElseThrow().problem()).isEmpty();
    }

    @Test
    void aChangedFileTakesThePlaceOfTheOldOne() throws IOException {
        drop("one.yaml", GOOD);
        awaitStarted("one.yaml", "first");
        drop("one.yaml", GOOD.replace("first", "second"));
        awaitStarted("one.yaml", "second");
        assertThat(context("one.yaml").orElseThrow().routes()).hasSize(1);
    }

    @Test
    void aBrokenFileIsRefusedWithItsLineAndTheOldOneGoesOn() throws IOException {
        drop("one.yaml", GOOD);
        awaitStarted("one.yaml", "first");
        drop("one.yaml", GOOD.replace("steps:", "stepps:"));
        await("refused", () -> !context("one.yaml").orElseThrow().problem().isEmpty());
        RouteContext context = context("one.yaml").orElseThrow();
        assertThat(context.problem()).startsWith("one.yaml, line ").contains("stepps");
        assertThat(context.state()).isEqualTo(State.STARTED);
        assertThat(context.routes()).hasSize(1).allMatch(line -> line.started());
        drop("one.yaml", GOOD.replace("first", "mended"));
        awaitStarted("one.yaml", "mended");
        assertThat(context("one.yaml").orElseThrow().problem()).isEmpty();
    }

    @Test
    void anEndpointThatDoesNotExistIsNamed() throws IOException {
        drop("one.yaml", GOOD.replace("mock:first", "nonsense:first"));
        await("refused", () -> context("one.yaml").orElseThrow().state() == State.REFUSED);
        assertThat(context("one.yaml").orElseThrow().problem())
                .contains("nonsense")
                .startsWith("one.yaml, line 6");
    }

    @Test
    void anXmlFileIsTakenAndABrokenOneNamesItsLine() throws IOException {
        String xml =
                """
                <routes xmlns="http://camel.apache.org/schema/spring">
                  <route id="fromXml">
                    <from uri="seda:xml"/>
                    <to uri="mock:xml"/>
                  </route>
                </routes>
                """;
        drop("two.xml", xml);
        awaitStarted("two.xml", "fromXml");
        drop("two.xml", xml.replace("</route>", "</rout>"));
        await("refused", () -> !context("two.xml").orElseThrow().problem().isEmpty());
        assertThat(context("two.xml").orElseThrow().problem()).startsWith("two.xml, line 5");
    }

    @Test
    void aFileThatWentTakesItsRoutesAlong() throws IOException {
        drop("one.yaml", GOOD);
        awaitStarted("one.yaml", "first");
        Files.delete(home.resolve("routes/one.yaml"));
        looks();
        assertThat(context("one.yaml")).isEmpty();
    }

    @Test
    void aFileThatIsStillBeingWrittenIsNotTaken() throws IOException {
        Path file = Files.writeString(home.resolve("routes/one.yaml"), GOOD);
        folder.look();
        Files.writeString(file, GOOD + GOOD.replace("first", "second"));
        folder.look();
        assertThat(context("one.yaml")).isEmpty();
        folder.look();
        awaitStarted("one.yaml", "second");
    }

    @Test
    void aSharedFileInterceptsTheRoutesOfEveryOtherFile() throws IOException {
        drop(
                "shared/notes.yaml",
                """
                - routeConfiguration:
                    interceptFrom:
                      - interceptFrom:
                          steps:
                            - setHeader:
                                name: seen
                                constant: "yes"
                """);
        drop(
                "one.yaml",
                GOOD.replace("mock:first", "patchbay:command/note?seen=no")
                        .replace(
                                "steps:",
                                "steps:\n        - setBody:\n            simple: '{\"seen\":\"${header.seen}\"}'"));
        awaitStarted("one.yaml", "first");
        send("one.yaml", "first", "hello");
        await("noted", () -> !patchbay.commands.isEmpty());
        assertThat(patchbay.commands.get(0)).containsEntry("seen", "yes");
    }

    @Test
    void aBrokenSharedFileIsRefusedAndNothingElseSuffers() throws IOException {
        drop("one.yaml", GOOD);
        awaitStarted("one.yaml", "first");
        drop("shared/notes.yaml", "- routeConfiguration:\n    nonsense: 1\n");
        assertThat(context("shared/notes.yaml").orElseThrow().problem()).startsWith("shared/notes.yaml, line 2");
        assertThat(context("one.yaml").orElseThrow().state()).isEqualTo(State.STARTED);
    }

    private void send(String context, String route, String body) {
        assertThat(patchbay.host.replay(context, route, message -> message.setBody(body)))
                .isEqualTo(new Replay.Well());
    }
}
