// SPDX-License-Identifier: Apache-2.0
/** Units, people, roles, sign-in and the scope that every read goes through. */
@Export
@Version("0.1.0")
package io.patchbay.api.people;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
