// SPDX-License-Identifier: Apache-2.0
/** Dead letters: exchanges that failed and that nobody sends again by himself. */
package io.patchbay.camel.letter;
