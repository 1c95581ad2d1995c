// SPDX-License-Identifier: Apache-2.0
/** Words that all parts share: transport, peer, URI, party, headers. */
@Export
@Version("0.1.0")
package io.patchbay.sip.message;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
