// SPDX-License-Identifier: Apache-2.0
/** What bundles declare: types of events, facts and permissions. */
@Export
@Version("0.1.0")
package io.patchbay.spi.event;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
