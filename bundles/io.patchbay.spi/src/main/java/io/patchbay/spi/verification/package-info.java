// SPDX-License-Identifier: Apache-2.0
/** Who can tell whether a customer is who he says: by a PIN that no agent hears. */
@Export
@Version("0.1.0")
package io.patchbay.spi.verification;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
