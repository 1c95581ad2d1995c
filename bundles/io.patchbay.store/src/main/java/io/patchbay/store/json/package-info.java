// SPDX-License-Identifier: Apache-2.0
/** JSON of journal lines: canonical text, reading, and sealing of the confidential parts. */
@Export
@Version("0.1.0")
package io.patchbay.store.json;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
