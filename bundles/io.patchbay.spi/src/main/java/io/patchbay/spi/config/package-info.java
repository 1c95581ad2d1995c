// SPDX-License-Identifier: Apache-2.0
/** What a bundle brings to the configuration of the centre as text. */
@Export
@Version("0.1.0")
package io.patchbay.spi.config;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
