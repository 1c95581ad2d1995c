// SPDX-License-Identifier: Apache-2.0
/** The one door through which people and programs change anything. */
@Export
@Version("0.1.0")
package io.patchbay.api.command;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
