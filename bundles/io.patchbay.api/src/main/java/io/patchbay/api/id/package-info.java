// SPDX-License-Identifier: Apache-2.0
/** Ids: what things are called, in the journal, on the wire and between bundles. */
@Export
@Version("0.1.0")
package io.patchbay.api.id;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
