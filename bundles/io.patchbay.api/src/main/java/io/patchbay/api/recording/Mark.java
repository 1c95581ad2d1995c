// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.recording;

import java.time.Duration;
import java.time.Instant;

/**
 * A note at a place in a recording.
 *
 * @param id its number, of the journal
 * @param at the place, from the beginning of the sound
 * @param author who set it, as {@code Actor.text()} says
 * @param setAt when
 * @param text what it says
 */
public record Mark(long id, Duration at, String author, Instant setAt, String text) {}
