// SPDX-License-Identifier: Apache-2.0
package io.patchbay.retention.store;

import java.util.UUID;

/** A batch of records that expire; {@code records} is canonical JSON of their ids. */
public record Expiry(UUID id, String records) {}
