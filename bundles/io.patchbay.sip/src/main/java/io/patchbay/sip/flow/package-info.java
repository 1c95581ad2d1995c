// SPDX-License-Identifier: Apache-2.0
/** SIP over WebSockets (RFC 7118) that somebody else holds: what the node takes from them and wants of them. */
@Export
@Version("0.1.0")
package io.patchbay.sip.flow;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
