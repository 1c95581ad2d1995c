// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.email.policy;

import io.patchbay.api.address.Address.EmailAddress;
import io.patchbay.channel.email.mime.Fields;
import io.patchbay.channel.email.read.Mail;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Which mails get no automatic reply (RFC 3834, 2): those of machines, of lists, of ourselves, and those that loop. */
public final class AutoReply {
    /** Marks what we send; its value is the address that sent it. */
    public static final String LOOP = "X-Loop";

    private static final int MOST_HOPS = 30;
    private static final Pattern MACHINE = Pattern.compile(
            "(mailer-daemon|postmaster|no-?reply|do-?not-?reply|donotreply|bounces?|daemon|root|nobody|listserv|majordomo|owner-.*|.*-request|.*-owner|.*-bounces?|prvs=.*|bounce[-+].*)");
    private static final List<String> LIST_FIELDS = List.of("list-", "x-mailing-list", "x-listname", "mailing-list");
    private static final Pattern MASS = Pattern.compile("bulk|junk|list|auto_?reply");

    private AutoReply() {}

    /**
     * Why a mail gets no automatic reply.
     *
     * @param mail the mail
     * @param ours whether an address is one of our accounts'
     * @return the reason in a word; empty if it may get one
     */
    public static Optional<String> obstacle(Mail mail, Predicate<EmailAddress> ours) {
        Fields fields = mail.fields();
        EmailAddress sender = mail.sender().address();
        boolean ascii = sender.value().chars().allMatch(one -> one < 0x80);
        if (!mail.sender().isKnown() || !ascii || fields.all("from").size() != 1) {
            return Optional.of("no sender");
        }
        if (ours.test(sender) || fields.has(LOOP.toLowerCase(Locale.ROOT))) {
            return Optional.of("ourselves");
        }
        if (isMachine(fields, sender)) {
            return Optional.of("machine");
        }
        if (LIST_FIELDS.stream().anyMatch(fields::anyNameStartsWith)
                || MASS.matcher(lower(fields, "precedence")).find()) {
            return Optional.of("list");
        }
        return fields.all("received").size() > MOST_HOPS ? Optional.of("loop") : Optional.empty();
    }

    /** Whether a machine wrote it, as far as a header tells. */
    private static boolean isMachine(Fields fields, EmailAddress sender) {
        String local =
                sender.value().substring(0, sender.value().lastIndexOf('@')).toLowerCase(Locale.ROOT);
        String submitted = lower(fields, "auto-submitted");
        String suppressed = lower(fields, "x-auto-response-suppress");
        return (!submitted.isEmpty() && !submitted.equals("no"))
                || (!suppressed.isEmpty() && !suppressed.equals("none"))
                || fields.first("return-path").replace(" ", "").equals("<>")
                || fields.has("x-autoreply")
                || fields.has("x-autorespond")
                || lower(fields, "content-type").startsWith("multipart/report")
                || MACHINE.matcher(local).matches();
    }

    private static String lower(Fields fields, String name) {
        return fields.first(name).toLowerCase(Locale.ROOT);
    }
}
