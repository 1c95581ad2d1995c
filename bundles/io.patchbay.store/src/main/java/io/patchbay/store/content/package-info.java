// SPDX-License-Identifier: Apache-2.0
/** Files of any size, sealed in chunks: attachments of messages. */
@Export
@Version("0.1.0")
package io.patchbay.store.content;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
