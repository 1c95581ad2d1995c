// SPDX-License-Identifier: Apache-2.0
/** Words, numbers, times and masks in the reader's language. */
@Export
@Version("0.1.0")
package io.patchbay.ui.kit.text;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
