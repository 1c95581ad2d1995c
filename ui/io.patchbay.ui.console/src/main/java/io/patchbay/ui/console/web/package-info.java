// SPDX-License-Identifier: Apache-2.0
/** The web application: Flow in an OSGi bundle, its files and headers. */
package io.patchbay.ui.console.web;
