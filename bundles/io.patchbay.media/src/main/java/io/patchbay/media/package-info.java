// SPDX-License-Identifier: Apache-2.0
/**
 * Voice of calls: bridges of legs, who hears whom, prompts, keys, recordings. Contracts and values only; the engine is
 * {@code io.patchbay.media.engine.MediaEngine}.
 */
@Export
@Version("0.1.0")
package io.patchbay.media;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
