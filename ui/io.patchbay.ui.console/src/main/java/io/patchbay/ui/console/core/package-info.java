// SPDX-License-Identifier: Apache-2.0
/** What all windows share: services, contributions, threads. */
package io.patchbay.ui.console.core;
