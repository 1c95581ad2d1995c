// SPDX-License-Identifier: Apache-2.0
/** Queues, skills, wrap-up codes and their live figures. */
@Export
@Version("0.1.0")
package io.patchbay.api.queue;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
