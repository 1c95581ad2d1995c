// SPDX-License-Identifier: Apache-2.0
/** What a bundle implements that keeps personal things beside the journal, so that they go when a person is erased. */
@Export
@Version("0.1.0")
package io.patchbay.spi.erasure;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
