// SPDX-License-Identifier: Apache-2.0
package io.patchbay.rest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.patchbay.api.access.Scope;
import io.patchbay.api.command.Actor;
import io.patchbay.api.command.Problem;
import io.patchbay.api.id.InteractionId;
import io.patchbay.api.id.UserId;
import io.patchbay.api.recording.Copy;
import io.patchbay.api.recording.Mark;
import io.patchbay.api.recording.Peaks;
import io.patchbay.api.recording.RecordedSound;
import io.patchbay.api.recording.Recordings;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RecordingsResourceTest {
    private static final byte[] WAV = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
    private static final String ID = InteractionId.at(1).toString();
    private static final Caller QUENTIN = new Caller(new UserId("quentin"), Scope.system(), false, "10.0.0.1");
    private static final HttpHeaders HEADERS = (HttpHeaders) Proxy.newProxyInstance(
            RecordingsResourceTest.class.getClassLoader(),
            new Class<?>[] {HttpHeaders.class},
            (proxy, method, arguments) -> List.of(Locale.ENGLISH));

    /** Gives the same ten bytes, or refuses with a code. */
    private record Shelf(String refusal) implements Recordings {
        @Override
        public Answer open(Actor.Person listener, InteractionId id) {
            return refusal.isEmpty() ? new Answer.Open(new Ten()) : refused(refusal);
        }

        @Override
        public Answer copy(Actor.Person taker, InteractionId id, Copy copy) {
            return copy.purpose().equals("complaint 7") ? open(taker, id) : refused("bad-purpose");
        }

        private static Answer refused(String code) {
            return new Answer.Refused(new Problem(code, "Why.", "原因。"));
        }

        @Override
        public List<Mark> marks(Scope scope, InteractionId id) {
            return List.of(new Mark(7, Duration.ofSeconds(3), "user:susan", Instant.EPOCH, "Greets"));
        }

        @Override
        public List<Heard> heard(Scope scope, InteractionId id) {
            return List.of();
        }
    }

    private record Ten() implements RecordedSound {
        @Override
        public long length() {
            return WAV.length;
        }

        @Override
        public Duration duration() {
            return Duration.ZERO;
        }

        @Override
        public Peaks peaks(Duration from, Duration to, int columns) {
            return new Peaks(from, to, Collections.nCopies(columns, 1), Collections.nCopies(columns, 2));
        }

        @Override
        public RecordedSound between(Duration from, Duration to) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Gap> gaps() {
            return List.of(new Gap(Duration.ofMillis(5), Duration.ofMillis(20), Gap.Why.PAUSED));
        }

        @Override
        public void write(long from, long to, OutputStream out) throws IOException {
            out.write(WAV, (int) from, (int) (to - from));
        }
    }

    private static Response get(String range, String unchangedSince) {
        return new RecordingsResource(new Shelf(""), scope -> contact -> Map.of())
                .sound(ID, range, unchangedSince, QUENTIN, HEADERS);
    }

    private static byte[] body(Response response) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ((StreamingOutput) response.getEntity()).write(out);
        return out.toByteArray();
    }

    @Test
    void theWholeIsNeverCached() throws IOException {
        Response all = get(null, null);
        assertEquals(200, all.getStatus());
        assertArrayEquals(WAV, body(all));
        assertEquals("audio/wav", all.getMediaType().toString());
        assertEquals("no-store", all.getHeaderString("Cache-Control"));
        assertEquals("bytes", all.getHeaderString("Accept-Ranges"));
        assertEquals("10", all.getHeaderString("Content-Length"));
        assertNull(all.getHeaderString("Content-Range"));
    }

    @Test
    void aRangeIsASlice() throws IOException {
        Response part = get("bytes=2-5", null);
        assertEquals(206, part.getStatus());
        assertArrayEquals(Arrays.copyOfRange(WAV, 2, 6), body(part));
        assertEquals("bytes 2-5/10", part.getHeaderString("Content-Range"));
        assertEquals("4", part.getHeaderString("Content-Length"));
    }

    @Test
    void aRangeOfAnotherVersionGetsTheWhole() {
        assertEquals(200, get("bytes=2-5", "\"other\"").getStatus());
    }

    @Test
    void aRangeOutsideSaysHowLongItIs() {
        Response outside = get("bytes=10-", null);
        assertEquals(416, outside.getStatus());
        assertEquals("bytes */10", outside.getHeaderString("Content-Range"));
        assertEquals(Problems.TYPE, outside.getMediaType().toString());
    }

    @Test
    void headTellsTheSizeWithoutABody() {
        Response head = new RecordingsResource(new Shelf(""), scope -> contact -> Map.of()).size(ID, QUENTIN, HEADERS);
        assertEquals(200, head.getStatus());
        assertEquals("10", head.getHeaderString("Content-Length"));
        assertNull(head.getEntity());
    }

    @Test
    void refusalsAreProblems() {
        assertEquals(403, refused("forbidden", ID));
        assertEquals(404, refused("no-recording", ID));
        assertEquals(410, refused("erased", ID));
        assertEquals(503, refused("not-traced", ID));
        assertEquals(404, refused("", "not-an-id"));
    }

    private static int refused(String code, String id) {
        RecordingsResource resource = new RecordingsResource(new Shelf(code), scope -> contact -> Map.of());
        return assertThrows(WebApplicationException.class, () -> resource.sound(id, null, null, QUENTIN, HEADERS))
                .getResponse()
                .getStatus();
    }

    private static RecordingsResource resource(String refusal) {
        return new RecordingsResource(new Shelf(refusal), scope -> contact -> Map.of());
    }

    @Test
    void peaksComeWithTheirStretchAndTheGaps() {
        Map<String, Object> shape = resource("").peaks(ID, "10", "20", "3", QUENTIN, HEADERS);
        assertEquals(10L, shape.get("fromMillis"));
        assertEquals(20L, shape.get("toMillis"));
        assertEquals(List.of(1, 1, 1), shape.get("customer"));
        assertEquals(List.of(2, 2, 2), shape.get("agent"));
        assertEquals(List.of(Map.of("atMillis", 5L, "lengthMillis", 20L, "why", "paused")), shape.get("gaps"));
    }

    @Test
    void peaksOfNonsenseAreRefusedByName() {
        for (String[] wrong : new String[][] {{"-1", "5", "3"}, {"0", "x", "3"}, {"0", "5", "0"}, {"0", "5", "4001"}}) {
            WebApplicationException refused = assertThrows(WebApplicationException.class, () -> resource("")
                    .peaks(ID, wrong[0], wrong[1], wrong[2], QUENTIN, HEADERS));
            assertEquals(400, refused.getResponse().getStatus());
        }
        assertEquals(403, status(() -> resource("forbidden").peaks(ID, null, null, null, QUENTIN, HEADERS)));
    }

    @Test
    void marksAreListed() {
        assertEquals(
                List.of(Map.of(
                        "mark",
                        7L,
                        "atMillis",
                        3_000L,
                        "author",
                        "user:susan",
                        "setAt",
                        "1970-01-01T00:00:00Z",
                        "text",
                        "Greets")),
                resource("").marks(ID, QUENTIN, HEADERS).get("items"));
    }

    @Test
    void aCopyIsAFileAndNeedsAPurpose() throws IOException {
        Response copy = resource("").copy(ID, Map.of("purpose", "complaint 7"), QUENTIN, HEADERS);
        assertArrayEquals(WAV, body(copy));
        assertEquals("attachment; filename=\"recording-" + ID + ".wav\"", copy.getHeaderString("Content-Disposition"));
        assertEquals(400, status(() -> resource("").copy(ID, null, QUENTIN, HEADERS)));
        Map<String, Object> past = Map.of("purpose", "complaint 7", "fromMillis", "soon");
        assertEquals(400, status(() -> resource("").copy(ID, past, QUENTIN, HEADERS)));
        Map<String, Object> good = Map.of("purpose", "complaint 7");
        assertEquals(403, status(() -> resource("copy-forbidden").copy(ID, good, QUENTIN, HEADERS)));
    }

    private static int status(org.junit.jupiter.api.function.Executable asked) {
        return assertThrows(WebApplicationException.class, asked).getResponse().getStatus();
    }
}
