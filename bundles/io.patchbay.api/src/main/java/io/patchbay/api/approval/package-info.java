// SPDX-License-Identifier: Apache-2.0
/** Changes that wait for a first and a final review (初审, 终审) by other people. */
@Export
@Version("0.1.0")
package io.patchbay.api.approval;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
