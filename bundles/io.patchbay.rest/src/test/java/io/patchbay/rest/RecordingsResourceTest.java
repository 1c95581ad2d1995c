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
import java.util.Arrays;
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
            return refusal.isEmpty()
                    ? new Answer.Open(new Ten())
                    : new Answer.Refused(new Problem(refusal, "Why.", "原因。"));
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
}
