// SPDX-License-Identifier: Apache-2.0
/** What administrators do with the whole of the data: back it up, take it to another database. */
@Export
@Version("0.1.0")
package io.patchbay.backup.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
