// SPDX-License-Identifier: Apache-2.0
/** Channels that are about to leave. */
package io.patchbay.provision.channel;
