// SPDX-License-Identifier: Apache-2.0
package io.patchbay.spi.channel;

import org.osgi.annotation.versioning.ProviderType;

/** Where a channel reports what the remote side of one contact does. The core implements it; safe for any thread. */
@ProviderType
public interface SignalSink {
    /**
     * Reports a fact. Returns at once; facts of one contact are taken in the order they are reported.
     *
     * @param signal what happened
     */
    void signal(ChannelSignal signal);
}
