// SPDX-License-Identifier: Apache-2.0
/** Routes as they are now, dead letters, and what operators do with them. */
@Export
@Version("0.1.0")
package io.patchbay.camel.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
