// SPDX-License-Identifier: Apache-2.0

/** Copies of the whole database: for backups, and to go over to another database. */
@Export
@Version("0.1.0")
package io.patchbay.store.copy;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
