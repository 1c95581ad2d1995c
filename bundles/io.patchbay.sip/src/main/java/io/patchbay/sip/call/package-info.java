// SPDX-License-Identifier: Apache-2.0
/** Calls: their dialogs (RFC 3261, 12) and the transactions under them (17). */
@Export
@Version("0.1.0")
package io.patchbay.sip.call;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
