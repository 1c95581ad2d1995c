// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice.door;

/** Who an admitted caller is. */
public sealed interface Party {
    /** A trunk, by its address. */
    record OfTrunk(Trunk trunk) implements Party {}

    /** An agent's phone, by its password. */
    record OfPhone(String extension) implements Party {}
}
