// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice.call;

/** Why somebody who was called did not come, in the words of the core. */
final class Refusal {
    private Refusal() {}

    /** Of a colleague's phones. */
    static String inside(int status) {
        return switch (status) {
            case 486, 600 -> "busy";
            case 603 -> "declined";
            case 408, 480, 487 -> "no-answer";
            default -> "unreachable";
        };
    }

    /** Of somebody outside. */
    static String outside(int status) {
        return switch (status) {
            case 486, 600 -> "busy";
            case 603 -> "declined";
            case 404, 410, 484, 604 -> "wrong-number";
            case 408, 480, 487 -> "no-answer";
            default -> "unreachable";
        };
    }
}
