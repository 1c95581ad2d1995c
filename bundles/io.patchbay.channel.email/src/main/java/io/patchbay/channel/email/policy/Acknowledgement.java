// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.email.policy;

/**
 * The automatic reply of an account.
 *
 * @param on whether there is one
 * @param english its text for mails in other languages
 * @param chinese its text for mails in Chinese
 */
public record Acknowledgement(boolean on, String english, String chinese) {
    public String text(String locale) {
        return locale.startsWith("zh") ? chinese : english;
    }
}
