// SPDX-License-Identifier: Apache-2.0
/** Canned answers: what agents need not type twice. */
@Export
@Version("0.1.0")
package io.patchbay.reply.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
