// SPDX-License-Identifier: Apache-2.0
/** Sign-in. */
package io.patchbay.ui.console.signin;
