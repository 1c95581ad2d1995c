// SPDX-License-Identifier: Apache-2.0
/** Features as they are now, what a change of one would do, and the commands that do it. */
@Export
@Version("0.1.0")
package io.patchbay.provision.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
