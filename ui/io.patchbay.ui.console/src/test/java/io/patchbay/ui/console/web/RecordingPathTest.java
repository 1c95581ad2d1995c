// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.RecordingId;
import io.patchbay.api.id.UserId;
import io.patchbay.api.interaction.Interaction.RecordedPart;
import io.patchbay.api.people.SignIn.SignInResult;
import io.patchbay.ui.console.core.Reader;
import io.patchbay.ui.console.core.Services;
import io.patchbay.ui.console.dev.SampleCommands;
import io.patchbay.ui.console.dev.SampleCore;
import io.patchbay.ui.console.dev.SampleRecordings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecordingPathTest {
    private static final Instant BEGAN = Instant.parse("2026-11-20T02:26:08Z");

    private final SampleCore core = new SampleCore();
    private final SampleRecordings recordings = new SampleRecordings(core);
    private final Services services = new Services(
            core.directory,
            core.directory,
            core,
            core,
            core.queues,
            core,
            new SampleCommands(core),
            core.customers,
            recordings,
            core.directory,
            Clock.systemUTC());
    private final InteractionId call = recorded();

    private InteractionId recorded() {
        InteractionId id = core.contact("voice", "service", "林若晴", null, Optional.empty(), BEGAN)
                .id();
        core.recorded(
                id,
                new RecordedPart(
                        RecordingId.at(BEGAN.toEpochMilli()), BEGAN, Optional.of(BEGAN.plusSeconds(10)), true));
        return id;
    }

    private Optional<Reader> signedIn(String user) {
        SignInResult.SignedIn in =
                (SignInResult.SignedIn) core.directory.signIn(user, "patchbay".toCharArray(), "127.0.0.1");
        return Optional.of(Reader.of(new UserId(user), in.token(), in.mustChangePassword()));
    }

    private Exchange ask(String method, String path, String range, Optional<Reader> reader) throws IOException {
        Exchange exchange = new Exchange(method, path, Optional.of(range).filter(text -> !text.isEmpty()), reader);
        boolean ours = new RecordingPath().serve(exchange.request(), exchange.response(), services);
        assertThat(ours).isEqualTo(path.startsWith("/patchbay/recording/"));
        return exchange;
    }

    private Exchange get(String range, Optional<Reader> reader) throws IOException {
        return ask("GET", "/patchbay/recording/" + call, range, reader);
    }

    @Test
    void thePlayerGetsRangesThatAreNotKept() throws IOException {
        Optional<Reader> quentin = signedIn("quentin");
        byte[] whole = get("", quentin).body.toByteArray();
        Exchange part = get("bytes=40-99", quentin);
        assertThat(part.status).isEqualTo(206);
        assertThat(part.body.toByteArray()).isEqualTo(Arrays.copyOfRange(whole, 40, 100));
        assertThat(part.headers)
                .containsEntry("Content-Range", "bytes 40-99/" + whole.length)
                .containsEntry("Content-Length", "60")
                .containsEntry("Content-Type", "audio/wav")
                .containsEntry("Cache-Control", "no-store");
    }

    @Test
    void headTellsTheSizeOnly() throws IOException {
        Exchange head = ask("HEAD", "/patchbay/recording/" + call, "bytes=0-1", signedIn("quentin"));
        assertThat(head.status).isEqualTo(200);
        assertThat(head.headers).containsEntry("Content-Length", "320044");
        assertThat(head.body.size()).isZero();
    }

    @Test
    void aRangeOutsideIsRefused() throws IOException {
        Exchange outside = get("bytes=999999999-", signedIn("quentin"));
        assertThat(outside.status).isEqualTo(416);
        assertThat(outside.headers).containsEntry("Content-Range", "bytes */320044");
        assertThat(outside.body.size()).isZero();
    }

    @Test
    void nobodyIsHeardWithoutASession() throws IOException {
        assertThat(get("", Optional.empty()).status).isEqualTo(401);
        Optional<Reader> quentin = signedIn("quentin");
        core.directory.signOut(quentin.get().token());
        assertThat(get("", quentin).status).as("signed out elsewhere").isEqualTo(401);
    }

    @Test
    void whoMustChooseAPasswordFirstHearsNothing() throws IOException {
        Reader fresh = signedIn("quentin").get();
        Reader bound = Reader.of(fresh.user(), fresh.token(), true);
        assertThat(get("", Optional.of(bound)).status).isEqualTo(401);
    }

    @Test
    void agentsAreRefused() throws IOException {
        Exchange refused = get("", signedIn("alice"));
        assertThat(refused.status).isEqualTo(403);
        assertThat(refused.body.size()).isZero();
        assertThat(recordings.heard(core.directory.scope(new UserId("quentin")), call))
                .isEmpty();
    }

    @Test
    void whatWasNotRecordedIsNotThere() throws IOException {
        String other = "/patchbay/recording/" + InteractionId.at(1);
        assertThat(ask("GET", other, "", signedIn("quentin")).status).isEqualTo(404);
    }

    @Test
    void aLinkOnAnotherSiteIsNoLook() throws IOException {
        Exchange exchange = new Exchange("GET", "/patchbay/recording/" + call, Optional.empty(), signedIn("quentin"));
        exchange.site = "cross-site";
        new RecordingPath().serve(exchange.request(), exchange.response(), services);
        assertThat(exchange.status).isEqualTo(403);
        assertThat(recordings.heard(core.directory.scope(new UserId("quentin")), call))
                .isEmpty();
    }

    @Test
    void onlyReadingIsAllowed() throws IOException {
        Exchange post = ask("POST", "/patchbay/recording/" + call, "", signedIn("quentin"));
        assertThat(post.status).isEqualTo(405);
        assertThat(post.headers).containsEntry("Allow", "GET, HEAD");
    }

    @Test
    void otherPathsAreNotOurs() throws IOException {
        ask("GET", "/records", "", Optional.empty());
    }

    private Exchange with(String path, Map<String, String> asked, Map<String, String> sent) throws IOException {
        Exchange exchange =
                new Exchange("GET", "/patchbay/recording/" + call + path, Optional.empty(), signedIn("quentin"));
        exchange.asked.putAll(asked);
        exchange.sent.putAll(sent);
        new RecordingPath().serve(exchange.request(), exchange.response(), services);
        return exchange;
    }

    @Test
    void theWaveFormsAreTheSameLook() throws IOException {
        Exchange peaks = with("/peaks", Map.of("columns", "4"), Map.of());
        assertThat(peaks.body.toString(StandardCharsets.UTF_8))
                .isEqualTo("{\"durationMillis\":10000,\"toMillis\":10000,\"customer\":[6000, 6000, 6000, 6000],"
                        + "\"agent\":[6000, 6000, 6000, 6000],"
                        + "\"gaps\":[{\"atMillis\":4000,\"lengthMillis\":2000,\"why\":\"paused\"}]}");
        assertThat(recordings.heard(core.directory.scope(new UserId("quentin")), call))
                .hasSize(1);
        assertThat(ask("GET", "/patchbay/recording/" + call + "/peaks", "", signedIn("alice")).status)
                .isEqualTo(403);
    }

    @Test
    void aCopyNeedsAPurposeAndIsAFile() throws IOException {
        Exchange none = with("/copy", Map.of(), Map.of("Accept-Language", "zh-CN,zh;q=0.9"));
        assertThat(none.status).isEqualTo(400);
        assertThat(none.body.toString(StandardCharsets.UTF_8)).isEqualTo("请填写用途。");
        Exchange copy = with("/copy", Map.of(), Map.of("Patchbay-Purpose", "%E6%8A%95%E8%AF%89%20412"));
        assertThat(copy.status).isEqualTo(200);
        assertThat(copy.headers)
                .containsEntry("Content-Disposition", "attachment; filename=\"recording-" + call + ".wav\"")
                .containsEntry("Content-Length", "320044");
        assertThat(copy.body.size()).isEqualTo(320_044);
        assertThat(recordings.copies).containsExactly("投诉 412");
    }
}
