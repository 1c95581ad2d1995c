// SPDX-License-Identifier: Apache-2.0
/** Health: what works, what does not, and why. */
@Export
@Version("0.1.0")
package io.patchbay.api.health;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
