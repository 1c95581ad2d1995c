// SPDX-License-Identifier: Apache-2.0
/** What keeps a route that fails, hangs or floods from harming anything else. */
package io.patchbay.camel.guard;
