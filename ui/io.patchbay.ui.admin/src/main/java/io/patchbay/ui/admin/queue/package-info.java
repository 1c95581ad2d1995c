// SPDX-License-Identifier: Apache-2.0
/** The queue editor: a draft, its faults, what it comes to in words, and what happens now. */
package io.patchbay.ui.admin.queue;
