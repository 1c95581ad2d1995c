// SPDX-License-Identifier: Apache-2.0
/** Features: listed, planned, drained, installed, updated, uninstalled. */
package io.patchbay.provision;
