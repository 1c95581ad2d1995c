// SPDX-License-Identifier: Apache-2.0
/** Registrar and location table (RFC 3261, 10.3). */
@Export
@Version("0.1.0")
package io.patchbay.sip.registrar;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
