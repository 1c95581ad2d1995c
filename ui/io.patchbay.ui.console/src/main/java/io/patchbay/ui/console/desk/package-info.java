// SPDX-License-Identifier: Apache-2.0
/** The agent desk. */
package io.patchbay.ui.console.desk;
