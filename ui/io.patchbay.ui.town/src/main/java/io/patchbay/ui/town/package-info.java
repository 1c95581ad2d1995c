// SPDX-License-Identifier: Apache-2.0
/** The demo in the console: its town, and the first steps of a newcomer. */
package io.patchbay.ui.town;
