// SPDX-License-Identifier: Apache-2.0
/** What plug-ins implement to prove people by a directory or a provider outside. */
@Export
@Version("0.1.0")
package io.patchbay.spi.signin;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
