// SPDX-License-Identifier: Apache-2.0
/** Routes with their figures, and dead letters. */
package io.patchbay.ui.routes;
