// SPDX-License-Identifier: Apache-2.0
/** Interactions, conversations and messages as everyone outside the core sees them. */
@Export
@Version("0.1.0")
package io.patchbay.api.interaction;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
