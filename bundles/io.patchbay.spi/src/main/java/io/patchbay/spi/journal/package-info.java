// SPDX-License-Identifier: Apache-2.0
/** What a capability implements so that its tables are verified with the journal. */
@Export
@Version("0.1.0")
package io.patchbay.spi.journal;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
