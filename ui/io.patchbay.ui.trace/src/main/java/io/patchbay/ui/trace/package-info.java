// SPDX-License-Identifier: Apache-2.0
/** List of interactions and what happened in each. */
package io.patchbay.ui.trace;
