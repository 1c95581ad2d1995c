// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.command;

/** A wish to change something: a record, imperative, handled by exactly one {@code CommandHandler}. */
public interface Command {}
