// SPDX-License-Identifier: Apache-2.0
/** What if: what happened, played again with other rules. */
package io.patchbay.routing.replay;
