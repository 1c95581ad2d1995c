// SPDX-License-Identifier: Apache-2.0
/** Offer and answer (RFC 3264) for narrow-band audio. */
@Export
@Version("0.1.0")
package io.patchbay.sip.sdp;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
