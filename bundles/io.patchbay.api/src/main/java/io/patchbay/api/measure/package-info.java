// SPDX-License-Identifier: Apache-2.0
/** Measuring: the figures that a bundle keeps of itself, without knowing who reads them. */
@Export
@Version("0.1.0")
package io.patchbay.api.measure;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
