// SPDX-License-Identifier: Apache-2.0
/** The SIP node: sockets, calls both ways, registrations as client and as registrar. */
@Export
@Version("0.1.0")
package io.patchbay.sip;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
