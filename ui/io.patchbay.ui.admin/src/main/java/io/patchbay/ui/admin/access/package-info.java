// SPDX-License-Identifier: Apache-2.0
/** Other people's sessions and second factors, and the accounts of programs. */
package io.patchbay.ui.admin.access;
