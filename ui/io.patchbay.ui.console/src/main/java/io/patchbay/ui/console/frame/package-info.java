// SPDX-License-Identifier: Apache-2.0
/** The frame around every view. */
package io.patchbay.ui.console.frame;
