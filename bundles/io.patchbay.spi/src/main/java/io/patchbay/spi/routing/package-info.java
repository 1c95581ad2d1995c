// SPDX-License-Identifier: Apache-2.0
/** What a routing strategy sees and says; usable in a plain JVM with api and spi alone. */
@Export
@Version("0.1.0")
package io.patchbay.spi.routing;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
