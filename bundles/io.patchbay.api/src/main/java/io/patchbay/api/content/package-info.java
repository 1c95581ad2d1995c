// SPDX-License-Identifier: Apache-2.0
/** Personal content, sealed from the first entry on. */
@Export
@Version("0.1.0")
package io.patchbay.api.content;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
