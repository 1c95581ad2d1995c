// SPDX-License-Identifier: Apache-2.0
/** Where a contact comes from and goes to: numbers, mail boxes, chat visitors and the handles of plug-in channels. */
@Export
@Version("0.1.0")
package io.patchbay.api.address;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
