// SPDX-License-Identifier: Apache-2.0
/** Reports with chart, table and CSV. */
package io.patchbay.ui.reporting;
