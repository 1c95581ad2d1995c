// SPDX-License-Identifier: Apache-2.0
/** Following what changes. */
@Export
@Version("0.1.0")
package io.patchbay.api.watch;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
