// SPDX-License-Identifier: Apache-2.0
/** The shapes of the console as Vaadin components: they carry class names of the theme, never colours. */
@Export
@Version("0.1.0")
package io.patchbay.ui.kit.part;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
