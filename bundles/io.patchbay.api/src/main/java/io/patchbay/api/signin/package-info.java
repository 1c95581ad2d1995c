// SPDX-License-Identifier: Apache-2.0
/** Signing in: where from, second factors, open sessions, service accounts. */
@Export
@Version("0.1.0")
package io.patchbay.api.signin;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
