// SPDX-License-Identifier: Apache-2.0
/** What the container tells: features, wirings, and what bundles bring. */
package io.patchbay.provision.container;
