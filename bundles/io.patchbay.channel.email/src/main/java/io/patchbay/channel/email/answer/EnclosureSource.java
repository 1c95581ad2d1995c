// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.email.answer;

import io.patchbay.spi.channel.Enclosure;
import jakarta.activation.DataSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** An enclosure as Jakarta Activation reads it. */
record EnclosureSource(Enclosure enclosure) implements DataSource {
    @Override
    public InputStream getInputStream() throws IOException {
        return enclosure.source().open();
    }

    @Override
    public OutputStream getOutputStream() {
        throw new UnsupportedOperationException("an enclosure is only read");
    }

    @Override
    public String getContentType() {
        return enclosure.type();
    }

    @Override
    public String getName() {
        return enclosure.name();
    }
}
