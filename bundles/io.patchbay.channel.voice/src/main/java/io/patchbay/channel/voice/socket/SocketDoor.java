// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice.socket;

import io.patchbay.sip.flow.Flow;
import io.patchbay.sip.flow.FlowSocket;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** What {@code /sip/ws} needs of voice. Any thread. */
public interface SocketDoor {
    /** Whether SIP is open. */
    boolean isOpen();

    /** Origins of foreign pages whose phones may come. */
    Set<String> allowedOrigins();

    /** Takes a socket; empty if there are too many, or SIP is not open. */
    Optional<Flow> flow(String host, int port, boolean secure, FlowSocket socket);

    /** Runs something after a while, on a timer's thread. */
    void later(Duration delay, Runnable work);

    /** Counts what was turned away. */
    SocketTally tally();
}
