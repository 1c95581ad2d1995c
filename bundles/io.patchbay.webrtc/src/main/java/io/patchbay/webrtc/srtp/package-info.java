// SPDX-License-Identifier: Apache-2.0
/** SRTP and SRTCP (RFC 3711) on the JDK's ciphers. */
@Export
@Version("0.1.0")
package io.patchbay.webrtc.srtp;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
