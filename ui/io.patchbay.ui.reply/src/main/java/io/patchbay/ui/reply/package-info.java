// SPDX-License-Identifier: Apache-2.0
/** Canned answers in the console. */
package io.patchbay.ui.reply;
