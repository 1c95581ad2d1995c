// SPDX-License-Identifier: Apache-2.0
/** Alarms: what is wrong with the installation, since when, and who looks after it. */
@Export
@Version("0.1.0")
package io.patchbay.api.alarm;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
