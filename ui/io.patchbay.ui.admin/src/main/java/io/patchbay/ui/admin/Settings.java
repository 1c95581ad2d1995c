// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.admin;

import io.patchbay.api.people.People;
import io.patchbay.api.queue.Queues;

/**
 * What administration reads.
 *
 * @param people units, people, roles
 * @param queues queues, skills, codes
 */
record Settings(People people, Queues queues) {}
