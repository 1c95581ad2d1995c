// SPDX-License-Identifier: Apache-2.0
package io.patchbay.monitor.alarm;

import java.time.Duration;

/**
 * When something wrong becomes an alarm and when that is over.
 *
 * @param raiseAfter how long it must have been wrong
 * @param clearAfter how long it must have been well
 * @param quiet how long after it was cleared people are not told of the same again
 */
public record AlarmRules(Duration raiseAfter, Duration clearAfter, Duration quiet) {}
