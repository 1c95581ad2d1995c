// SPDX-License-Identifier: Apache-2.0
/** The telephone in the window. */
package io.patchbay.ui.console.phone;
