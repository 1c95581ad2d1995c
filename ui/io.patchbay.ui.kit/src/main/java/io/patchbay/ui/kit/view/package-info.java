// SPDX-License-Identifier: Apache-2.0
/** What a bundle implements to bring a view or a desk panel to the console. */
@Export
@Version("0.1.0")
package io.patchbay.ui.kit.view;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
