// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.admin;

import io.patchbay.api.approval.Approvals;
import io.patchbay.api.people.People;
import io.patchbay.api.people.StaffTerms;
import io.patchbay.api.queue.Queues;
import io.patchbay.flow.api.Lists;
import io.patchbay.flow.api.TierRules;
import io.patchbay.spi.event.PermissionType;
import io.patchbay.ui.admin.queue.QueueServices;
import java.util.List;
import java.util.function.Supplier;

/**
 * What administration reads.
 *
 * @param people units, people, roles
 * @param terms posts, levels, groups, fields of staff
 * @param queues queues, skills, codes
 * @param approvals changes that wait for review
 * @param lists the red and the black list
 * @param tiers what customers of each tier are given
 * @param editor what the queue editor reads
 * @param permissions what roles may hold now
 */
record Settings(
        People people,
        StaffTerms terms,
        Queues queues,
        Approvals approvals,
        Lists lists,
        TierRules tiers,
        QueueServices editor,
        Supplier<List<PermissionType>> permissions) {}
