// SPDX-License-Identifier: Apache-2.0
/** Legal holds, and the erasure of a person. */
@Export
@Version("0.1.0")
package io.patchbay.retention.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
