// SPDX-License-Identifier: Apache-2.0
/** Parameters: the business rules that people set while Patchbay runs. */
@Export
@Version("0.1.0")
package io.patchbay.api.settings;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
