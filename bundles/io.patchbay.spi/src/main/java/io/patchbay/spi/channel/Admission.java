// SPDX-License-Identifier: Apache-2.0
package io.patchbay.spi.channel;

import io.patchbay.api.id.ChannelKey;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Which channels take new contacts. The core implements it and asks it at each {@link Intake#open(Arrival,
 * ChannelSession)} and {@link LetterBox#post}; a closed channel gets an {@link OverloadException} there, so its remote
 * party is told to come later (SIP: 503 with Retry-After) or its text stays unacknowledged. What runs goes on. Nothing
 * is kept over a restart: then all are open. Safe for any thread; returns at once.
 */
@ProviderType
public interface Admission {
    /**
     * Closes one channel.
     *
     * @param channel which; it need not be there
     */
    void close(ChannelKey channel);

    /**
     * Opens one channel again; it stays closed while all are.
     *
     * @param channel which
     */
    void open(ChannelKey channel);

    /**
     * Closes all channels, also those that come later: Patchbay is about to stop.
     *
     * @param closed false to take contacts again
     */
    void closeAll(boolean closed);

    /**
     * Whether a channel takes new contacts.
     *
     * @param channel which
     * @return false from closing to opening
     */
    boolean isOpen(ChannelKey channel);
}
