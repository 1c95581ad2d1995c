// SPDX-License-Identifier: Apache-2.0
/** The trace of business and administrative acts: how it is asked, and how acts on accounts are kept. */
@Export
@Version("0.1.0")
package io.patchbay.trace.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
