// SPDX-License-Identifier: Apache-2.0
/** What a capability implements to change things: handlers and hooks of commands. */
@Export
@Version("0.1.0")
package io.patchbay.spi.command;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
