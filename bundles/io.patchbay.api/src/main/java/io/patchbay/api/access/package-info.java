// SPDX-License-Identifier: Apache-2.0
/** Scope and permissions: what every read and every command is measured by. */
@Export
@Version("0.1.0")
package io.patchbay.api.access;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
