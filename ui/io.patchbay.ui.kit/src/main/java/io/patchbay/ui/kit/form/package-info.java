// SPDX-License-Identifier: Apache-2.0
/** Forms of administration: a list of things, and the chosen one with a save bar. */
@Export
@Version("0.1.0")
package io.patchbay.ui.kit.form;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
