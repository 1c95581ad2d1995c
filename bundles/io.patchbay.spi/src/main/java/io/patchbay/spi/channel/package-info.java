// SPDX-License-Identifier: Apache-2.0
/** What a channel plug-in implements and the two doors it uses: Intake in, ChannelSession out. */
@Export
@Version("0.1.0")
package io.patchbay.spi.channel;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
