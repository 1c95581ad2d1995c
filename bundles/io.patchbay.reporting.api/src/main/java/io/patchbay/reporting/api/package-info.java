// SPDX-License-Identifier: Apache-2.0
/** Reports: what there is to ask for and what comes back. */
@Export
@Version("0.1.0")
package io.patchbay.reporting.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
