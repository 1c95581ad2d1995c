// SPDX-License-Identifier: Apache-2.0
/** Voice settings: dialled numbers, the agents' phones, and what administrators change about them. */
@Export
@Version("0.1.0")
package io.patchbay.channel.voice.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
