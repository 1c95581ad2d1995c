// SPDX-License-Identifier: Apache-2.0
/** Sealed recordings on disk: written as the call goes on, one second a frame, never plain. */
@Export
@Version("0.1.0")
package io.patchbay.store.recording;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
