// SPDX-License-Identifier: Apache-2.0
/** The floor as it was. */
@Export
@Version("0.1.0")
package io.patchbay.api.floor;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
