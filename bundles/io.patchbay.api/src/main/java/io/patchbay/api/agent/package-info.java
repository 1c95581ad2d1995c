// SPDX-License-Identifier: Apache-2.0
/** Agents at work: presence, load, desks and the windows they sit at. */
@Export
@Version("0.1.0")
package io.patchbay.api.agent;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
