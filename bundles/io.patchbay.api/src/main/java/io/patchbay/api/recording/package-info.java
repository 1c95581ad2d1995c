// SPDX-License-Identifier: Apache-2.0
/** Recordings: what was said, who may hear it, and who has. */
@Export
@Version("0.1.0")
package io.patchbay.api.recording;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
