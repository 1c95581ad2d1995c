// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.email.read;

import io.patchbay.channel.email.mime.Fields;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ids of mails in their header fields (RFC 5322, 3.6.4), without angle brackets. */
public final class MailIds {
    private static final int MOST = 100;
    private static final Pattern ID = Pattern.compile("<([!-;=?-~]{1,200})>");
    private static final Pattern USABLE = Pattern.compile("[!-;=?-~]{1,180}@[!-;=?-~]{1,180}");

    private MailIds() {}

    /** What a mail calls itself; empty if it has no id, more than one, or one that nobody could quote. */
    static String own(Fields fields) {
        List<String> ids = in(fields.first("message-id"));
        boolean usable = ids.size() == 1
                && fields.all("message-id").size() == 1
                && fields.first("message-id").equals("<" + ids.get(0) + ">")
                && USABLE.matcher(ids.get(0)).matches();
        return usable ? ids.get(0) : "";
    }

    /** What it answers, oldest first; of very many the newest. */
    static List<String> answered(Fields fields) {
        Set<String> ids = new LinkedHashSet<>(in(fields.first("references")));
        List<String> direct = in(fields.first("in-reply-to"));
        ids.removeAll(direct);
        ids.addAll(direct);
        List<String> all = List.copyOf(ids);
        return all.subList(Math.max(0, all.size() - MOST), all.size());
    }

    /** All ids of a raw value. */
    public static List<String> in(String raw) {
        List<String> ids = new ArrayList<>();
        Matcher matcher = ID.matcher(raw);
        while (matcher.find()) {
            ids.add(matcher.group(1));
        }
        return ids;
    }
}
