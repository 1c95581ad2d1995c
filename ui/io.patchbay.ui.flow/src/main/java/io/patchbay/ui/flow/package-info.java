// SPDX-License-Identifier: Apache-2.0
/** Times agreed with customers, at the desk. */
package io.patchbay.ui.flow;
