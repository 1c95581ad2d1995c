// SPDX-License-Identifier: Apache-2.0
/** Where knowledge of customers comes from: CRM, core banking, trading systems. */
@Export
@Version("0.1.0")
package io.patchbay.spi.customer;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
