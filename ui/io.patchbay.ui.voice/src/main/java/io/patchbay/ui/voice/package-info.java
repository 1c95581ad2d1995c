// SPDX-License-Identifier: Apache-2.0
/** Dialled numbers, phones, trunks, and draining. */
package io.patchbay.ui.voice;
