// SPDX-License-Identifier: Apache-2.0
/** Supervisor's wallboard. */
package io.patchbay.ui.floor;
