// SPDX-License-Identifier: Apache-2.0
/** Calls as they are now: parties, sound quality, recording, and the agents' phones. */
@Export
@Version("0.1.0")
package io.patchbay.api.call;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
