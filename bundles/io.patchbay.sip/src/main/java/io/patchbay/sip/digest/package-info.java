// SPDX-License-Identifier: Apache-2.0
/** Digest authentication (RFC 7616, RFC 8760) as server and as client. */
@Export
@Version("0.1.0")
package io.patchbay.sip.digest;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
