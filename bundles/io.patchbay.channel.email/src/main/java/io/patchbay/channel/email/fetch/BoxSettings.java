// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.email.fetch;

import io.patchbay.channel.email.server.ServerSettings;
import java.time.Duration;

/**
 * A box to watch.
 *
 * @param account the account's name
 * @param server its IMAP server
 * @param folder the folder, usually INBOX
 * @param poll how often it is looked into even if the server tells nothing
 * @param largestMail bytes of a mail that are fetched at most
 */
public record BoxSettings(String account, ServerSettings server, String folder, Duration poll, long largestMail) {}
