// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.email.read;

import java.util.Set;

/**
 * What an account takes.
 *
 * @param largestFile bytes of one attachment
 * @param largestMail bytes of a whole mail
 * @param refusedTypes extensions, in lower case, of files that stay in the original only
 * @param language {@code zh-CN} or {@code en}: of the notes in a mail's text
 */
public record ReadRules(long largestFile, long largestMail, Set<String> refusedTypes, String language) {
    public ReadRules {
        refusedTypes = Set.copyOf(refusedTypes);
    }
}
