// SPDX-License-Identifier: Apache-2.0
package io.patchbay.media.engine;

import io.patchbay.media.RecordedSecond;
import io.patchbay.media.RecordingSink;
import java.io.IOException;

/** A sink that keeps nothing. */
final class Nowhere implements RecordingSink {
    @Override
    public void second(RecordedSecond second) {}

    @Override
    public void lost(int seconds) {}

    @Override
    public void closed() {}

    @Override
    public void failed(IOException why) {}
}
