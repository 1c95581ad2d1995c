// SPDX-License-Identifier: Apache-2.0
/** What every channel must do, and a core made of a few lines to try it against. */
@Export
@Version("0.1.0")
package io.patchbay.testkit.channel;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
