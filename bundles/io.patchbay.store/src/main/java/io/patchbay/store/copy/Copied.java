// SPDX-License-Identifier: Apache-2.0
package io.patchbay.store.copy;

/**
 * What a copy holds.
 *
 * @param tables how many
 * @param rows in all tables together
 * @param head number of the journal's last entry
 */
public record Copied(int tables, long rows, long head) {}
