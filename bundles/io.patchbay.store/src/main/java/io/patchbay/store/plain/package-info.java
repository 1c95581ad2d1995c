// SPDX-License-Identifier: Apache-2.0
/** The store without a container, for tests and benchmarks. */
@Export
@Version("0.1.0")
package io.patchbay.store.plain;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
