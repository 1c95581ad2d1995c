// SPDX-License-Identifier: Apache-2.0
/** The demo's town of simulated customers and agents, and the newcomer's first steps. */
@Export
@Version("0.1.0")
package io.patchbay.demo.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
