// SPDX-License-Identifier: Apache-2.0
/** What a change of a feature would do. */
package io.patchbay.provision.plan;
