// SPDX-License-Identifier: Apache-2.0
package io.patchbay.camel.api.record;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;

/** A record that is being read from its beginning. */
final class Octets {
    private final ByteBuffer rest;
    private final Charset charset;

    Octets(byte[] octets, Charset charset) {
        rest = ByteBuffer.wrap(octets);
        this.charset = charset;
    }

    String text(String field, int length) {
        if (rest.remaining() < length) {
            throw new IllegalArgumentException("the record ends within the field \"" + field + "\": " + length
                    + " octets are described, " + rest.remaining() + " are there");
        }
        ByteBuffer part = rest.slice(rest.position(), length);
        rest.position(rest.position() + length);
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(part)
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("field \"" + field + "\" is not in " + charset, e);
        }
    }

    void end() {
        if (rest.hasRemaining()) {
            throw new IllegalArgumentException("the record has " + rest.limit() + " octets but only " + rest.position()
                    + " are described: wrong layout or wrong length");
        }
    }
}
