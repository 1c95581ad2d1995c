// SPDX-License-Identifier: Apache-2.0
package io.patchbay.routing.store;

import io.patchbay.api.queue.Code;
import java.time.Instant;

/** What made a version of a tree of codes: this code became so at that moment. The first version has many. */
public record CodeChange(int version, Instant at, Code code) {}
