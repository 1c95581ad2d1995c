// SPDX-License-Identifier: Apache-2.0
/** Dictionaries, menus, calendars of rules, their history, and the configuration of the centre as text. */
@Export
@Version("0.1.0")
package io.patchbay.settings.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
