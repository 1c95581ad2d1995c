// SPDX-License-Identifier: Apache-2.0
/** Parameters, dictionaries, menus, calendars and the configuration as text in the console. */
package io.patchbay.ui.settings;
