// SPDX-License-Identifier: Apache-2.0
package io.patchbay.media;

/** From whom a leg takes packets. Packets of anybody else are neither heard nor recorded nor answered. */
public enum Agreed {
    /** Only from the very address and port of the session description. */
    EXACT,
    /**
     * The far end is known to write from this host, but NAT may have changed its port: the first valid packet from the
     * host fixes the port; it then holds until {@link Leg#remote} is called again.
     */
    HOST,
    /**
     * The far end stands behind NAT and nothing is known of it: the first valid packet, from wherever, fixes the
     * address; it then holds until {@link Leg#remote} is called again.
     */
    LATCH
}
