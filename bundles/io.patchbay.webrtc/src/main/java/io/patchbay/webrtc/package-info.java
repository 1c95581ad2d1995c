// SPDX-License-Identifier: Apache-2.0
/** Sound to and from browsers: {@code WebRtc} makes a secured path for each leg. */
@Export
@Version("0.1.0")
package io.patchbay.webrtc;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
