// SPDX-License-Identifier: Apache-2.0
/** The host of routes: one Camel context for each bundle and each file. */
package io.patchbay.camel.host;
