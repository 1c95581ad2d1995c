// SPDX-License-Identifier: Apache-2.0
/** Alarms: what is wrong, since when, who looks after it. */
package io.patchbay.ui.monitor;
