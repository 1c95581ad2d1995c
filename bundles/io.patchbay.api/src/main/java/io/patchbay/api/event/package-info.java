// SPDX-License-Identifier: Apache-2.0
/** The core's events: what the journal's lines of the interaction path mean. */
@Export
@Version("0.1.0")
package io.patchbay.api.event;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
