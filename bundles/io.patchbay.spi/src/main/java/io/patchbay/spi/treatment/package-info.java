// SPDX-License-Identifier: Apache-2.0
/** What is decided about a contact before it waits: lists, hours, tiers, menus. */
@Export
@Version("0.1.0")
package io.patchbay.spi.treatment;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
