// SPDX-License-Identifier: Apache-2.0
package io.patchbay.reply.api;

import io.patchbay.api.command.Command;

/** What is changed about canned answers. */
public sealed interface AnswerCommand extends Command {
    /**
     * Adds an answer or changes the one with its shortcut.
     *
     * @param answer how it shall be
     */
    record SaveAnswer(CannedAnswer answer) implements AnswerCommand {}

    /**
     * Removes an answer.
     *
     * @param shortcut which
     */
    record RemoveAnswer(String shortcut) implements AnswerCommand {}
}
