// SPDX-License-Identifier: Apache-2.0
/** For tests, of Patchbay and of plug-ins: a clock moved by hand, fresh databases, fakes. */
@Export
@Version("0.1.0")
package io.patchbay.testkit;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
