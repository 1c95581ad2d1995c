// SPDX-License-Identifier: Apache-2.0
/** Everybody's own password, second factor and sessions. */
package io.patchbay.ui.console.security;
