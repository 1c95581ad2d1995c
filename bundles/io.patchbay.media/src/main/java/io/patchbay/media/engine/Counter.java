// SPDX-License-Identifier: Apache-2.0
package io.patchbay.media.engine;

/** What a media thread counts. */
enum Counter {
    LEGS,
    PACKETS_IN,
    PACKETS_OUT,
    MALFORMED,
    UNEXPECTED,
    STRANGERS,
    UNSENT,
    LATE_TICKS,
    SKIPPED_TICKS,
    FAILED_LEGS
}
