// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.email.route;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.patchbay.api.address.Address.EmailAddress;
import io.patchbay.api.command.Actor;
import io.patchbay.api.command.Command;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.command.Commands;
import io.patchbay.api.id.QueueId;
import io.patchbay.channel.email.fetch.BoxSettings;
import io.patchbay.channel.email.nasty.NastyMails;
import io.patchbay.channel.email.policy.Acknowledgement;
import io.patchbay.channel.email.server.ServerSettings;
import io.patchbay.channel.email.store.MailBook;
import io.patchbay.store.plain.PlainStore;
import io.patchbay.testkit.ManualClock;
import io.patchbay.testkit.TestDatabases;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.impl.DefaultCamelContext;

/** A mail server, an account on it, and a Patchbay that only keeps letters and reports. */
final class MailHouse implements AutoCloseable, Commands {
    static final String ADDRESS = "service@bank.example";
    private static final String PASSWORD = "secret";

    final GreenMail server = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
    });
    final ManualClock clock = new ManualClock();
    final FakeLetterBox box = new FakeLetterBox();
    final List<Map<String, Object>> reports = new CopyOnWriteArrayList<>();
    final GreenMailUser user;
    private final PlainStore store;
    private final MailBook book;
    private String password = PASSWORD;
    private Accounts accounts = new Accounts();
    private FakePatchbay patchbay;
    private DefaultCamelContext context;
    private MailAccount account;

    MailHouse(Path folder) {
        store = new PlainStore(folder, TestDatabases.memory(), 4);
        ClassLoader loader = MailHouse.class.getClassLoader();
        store.migrations().migrate("io.patchbay.channel.email", loader, "io/patchbay/channel/email/changelog.sql");
        book = new MailBook(store.unit(loader, "email"), store.vault());
        server.start();
        user = server.setUser(ADDRESS, "service", PASSWORD);
    }

    void password(String now) {
        password = now;
    }

    MailAccount account() {
        return account;
    }

    void open() throws Exception {
        ServerSettings imap = settings(server.getImap().getPort());
        accounts = new Accounts();
        account = new MailAccount(
                new AccountSettings(
                        "test",
                        new EmailAddress(ADDRESS),
                        "客户服务",
                        new QueueId("service"),
                        new BoxSettings("test", imap, "INBOX", Duration.ofSeconds(1), 50L << 20),
                        settings(server.getSmtp().getPort()),
                        NastyMails.RULES,
                        new Acknowledgement(true, "Thank you", "已收到"),
                        Duration.ofHours(1)),
                book,
                this,
                clock);
        accounts.add(account);
        context = new DefaultCamelContext();
        patchbay = new FakePatchbay(box);
        context.addComponent("patchbay", patchbay);
        context.addRoutes(new AccountRoutes(account, accounts));
        context.start();
    }

    private ServerSettings settings(int port) {
        return new ServerSettings("127.0.0.1", port, ServerSettings.Tls.NONE, "service", password, "");
    }

    Exception tell(Map<String, Object> headers, String body) throws Exception {
        return patchbay.tell(headers, body);
    }

    /** Puts a mail into the account's box as it is. */
    void deliver(byte[] mail) {
        user.deliver(mime(mail));
    }

    /** The same; false if the server itself cannot keep such a mail. */
    boolean accepts(byte[] mail) {
        try {
            deliver(mail);
            return true;
        } catch (IllegalStateException e) {
            return false;
        }
    }

    static MimeMessage mime(byte[] mail) {
        try {
            return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    long unseen() {
        return inbox().stream()
                .filter(one -> !one.getFlags().contains(Flags.Flag.SEEN))
                .count();
    }

    List<StoredMessage> inbox() {
        try {
            return server.getManagers().getImapHostManager().getInbox(user).getMessages();
        } catch (FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What somebody else got. */
    List<MimeMessage> sentTo(String address) {
        return List.of(server.getReceivedMessagesForDomain(address));
    }

    @Override
    public Map<String, String> known() {
        return Map.of();
    }

    @Override
    public CompletionStage<CommandResult> execute(Actor actor, Command command, String idempotencyKey) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletionStage<CommandResult> execute(
            Actor actor, String name, Map<String, Object> body, String idempotencyKey) {
        reports.add(body);
        return CompletableFuture.completedFuture(new CommandResult.Done());
    }

    void shut() {
        if (context != null) {
            context.stop();
            account.close();
        }
    }

    @Override
    public void close() {
        shut();
        server.stop();
        store.close();
    }
}
