// SPDX-License-Identifier: Apache-2.0
/** Which feature needs which, and which bundles they are made of. */
package io.patchbay.provision.graph;
