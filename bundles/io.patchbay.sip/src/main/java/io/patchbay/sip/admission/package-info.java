// SPDX-License-Identifier: Apache-2.0
/** What a request must pass before any state is made for it. */
@Export
@Version("0.1.0")
package io.patchbay.sip.admission;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
