// SPDX-License-Identifier: Apache-2.0
/** Customers: who they are, how they are recognised, and their tiers. */
@Export
@Version("0.1.0")
package io.patchbay.api.customer;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
