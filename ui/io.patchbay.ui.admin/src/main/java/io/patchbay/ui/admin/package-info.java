// SPDX-License-Identifier: Apache-2.0
/** People, units, queues, skills and codes. */
package io.patchbay.ui.admin;
