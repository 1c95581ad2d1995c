// SPDX-License-Identifier: Apache-2.0
/** Records of fixed length, as hosts and counters of banks speak them; for beans in route files. */
@Export
@Version("0.1.0")
package io.patchbay.camel.api.record;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
