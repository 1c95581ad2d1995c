// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.email.fetch;

import io.patchbay.channel.email.mime.Spool;
import io.patchbay.channel.email.store.MailBook;
import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.UIDFolder;
import jakarta.mail.search.FlagTerm;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;

/** An open folder: which mails are due, their bytes, and their marks. For the box's thread alone. */
final class Inbox {
    private final IMAPFolder folder;
    private final String account;
    private final MailBook book;
    private final long largest;

    Inbox(IMAPFolder folder, String account, MailBook book, long largest) {
        this.folder = folder;
        this.account = account;
        this.book = book;
        this.largest = largest;
    }

    /**
     * Mails nobody has looked at, and those that came since the last look, also if somebody has read them meanwhile; by
     * uid. A box that is new to us, or whose uids begin anew, gives only what nobody has looked at.
     */
    Map<Long, Message> due() throws MessagingException {
        Map<Long, Message> due = new TreeMap<>();
        Message[] unseen = folder.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false));
        FetchProfile uids = new FetchProfile();
        uids.add(UIDFolder.FetchProfileItem.UID);
        folder.fetch(unseen, uids);
        for (Message message : unseen) {
            due.put(folder.getUID(message), message);
        }
        long validity = folder.getUIDValidity();
        Optional<MailBook.Place> place = book.place(account).filter(known -> known.validity() == validity);
        if (place.isPresent()) {
            long after = place.get().lastUid();
            for (Message message : folder.getMessagesByUID(after + 1, UIDFolder.LASTUID)) {
                long uid = message == null ? 0 : folder.getUID(message);
                if (uid > after) {
                    due.put(uid, message);
                }
            }
        }
        due.values().removeIf(Message::isExpunged);
        return due;
    }

    /** Remembers that everything up to a uid was looked at. */
    void looked(long uid) throws MessagingException {
        long validity = folder.getUIDValidity();
        Optional<MailBook.Place> known = book.place(account);
        if (known.isEmpty() || known.get().validity() != validity || known.get().lastUid() < uid) {
            book.keep(account, new MailBook.Place(validity, uid));
        }
    }

    /** Where a box that is new to us stands: mails from here on are taken even if somebody reads them before us. */
    void settle() throws MessagingException {
        long validity = folder.getUIDValidity();
        if (book.place(account).filter(known -> known.validity() == validity).isEmpty()) {
            book.keep(account, new MailBook.Place(validity, Math.max(0, folder.getUIDNext() - 1)));
        }
    }

    Spool fetch(Message message) throws MessagingException, IOException {
        try (InputStream in = ((IMAPMessage) message).getMimeStream()) {
            return Spool.of(in, largest);
        } finally {
            ((IMAPMessage) message).invalidateHeaders();
        }
    }

    void markSeen(Message message) throws MessagingException {
        message.setFlag(Flags.Flag.SEEN, true);
    }
}
