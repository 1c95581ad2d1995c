// SPDX-License-Identifier: Apache-2.0
/** The Camel component {@code patchbay:}: letters and commands in, events and questions out. */
package io.patchbay.camel.endpoint;
