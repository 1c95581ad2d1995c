// SPDX-License-Identifier: Apache-2.0
/** What is said about customers before they wait: red and black lists, and what their tiers give them. */
@Export
@Version("0.1.0")
package io.patchbay.flow.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
