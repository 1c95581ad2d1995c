// SPDX-License-Identifier: Apache-2.0
/** The engine that runs bridges on media threads. Its one public type is {@code MediaEngine}. */
@Export
@Version("0.1.0")
package io.patchbay.media.engine;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
