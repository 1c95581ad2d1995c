// SPDX-License-Identifier: Apache-2.0
/** Database, migrations, transactions, outbox and configuration checks: what bundles with tables stand on. */
@Export
@Version("0.1.0")
package io.patchbay.store;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
