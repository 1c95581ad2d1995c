// SPDX-License-Identifier: Apache-2.0
/** The journal: what happened, in order, immutable and hash-chained. */
@Export
@Version("0.1.0")
package io.patchbay.api.journal;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
