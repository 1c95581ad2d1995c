// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.interaction;

/** Who began the contact. */
public enum Direction {
    /** The customer. */
    INBOUND,
    /** The firm. */
    OUTBOUND,
    /** One of us calls another; no customer is in it. */
    INTERNAL
}
