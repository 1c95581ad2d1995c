// SPDX-License-Identifier: Apache-2.0
/** Features: what there is, what each brings, and what changing one would do. */
package io.patchbay.ui.features;
