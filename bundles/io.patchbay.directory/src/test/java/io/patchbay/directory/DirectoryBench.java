// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory;

import io.patchbay.api.people.SignIn;
import io.patchbay.directory.factor.FactorDesk;
import io.patchbay.directory.factor.Factors;
import io.patchbay.directory.password.PasswordHash;
import io.patchbay.directory.rules.SignInRules;
import io.patchbay.directory.service.ServiceDesk;
import io.patchbay.directory.session.SessionDesk;
import io.patchbay.directory.session.SignInDeclarations;
import io.patchbay.directory.session.SignInDesk;
import io.patchbay.directory.session.SignInTrace;
import io.patchbay.directory.store.FactorTable;
import io.patchbay.directory.store.PeopleTables;
import io.patchbay.directory.store.PlaceTable;
import io.patchbay.directory.trace.Acts;
import io.patchbay.spi.command.CommandHandler;
import io.patchbay.spi.event.Declarations;
import io.patchbay.spi.event.PermissionType;
import io.patchbay.spi.signin.IdentityProvider;
import io.patchbay.store.Transactions;
import io.patchbay.store.plain.PlainStore;
import io.patchbay.testkit.ManualClock;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;

/** A directory put together by hand, as the container would. */
public final class DirectoryBench implements AutoCloseable {
    private final ManualClock clock = new ManualClock();
    private final DataSource source;
    private final PlainStore store;
    private final Transactions transactions;
    private Threads threads = new Threads();
    private Directory directory;
    private SignInDesk signIn;
    private Factors factors;
    private FactorDesk factorDesk;
    private ServiceDesk services;
    private SessionDesk sessions;
    private final SignInRules rules = new SignInRules(SignInRules.Values.DEFAULT);
    private final List<IdentityProvider> providers = new CopyOnWriteArrayList<>();

    public DirectoryBench(Path folder, DataSource source) {
        this.source = source;
        store = new PlainStore(folder, source, 6);
        ClassLoader loader = Directory.class.getClassLoader();
        store.migrations().migrate("io.patchbay.directory", loader, "io/patchbay/directory/changelog.sql");
        transactions = store.unit(loader, "directory");
        PeopleTables tables = new PeopleTables(transactions, store.outbox());
        new FirstStart(tables, clock, new PasswordHash(), store.home().keys()).seed(true);
        restart();
    }

    public void restart() {
        directory = new Directory(
                new PeopleTables(transactions, store.outbox()),
                new Declared(List.of(new Extra(), new SignInDeclarations())),
                clock);
        Acts acts = new Acts(transactions, store.outbox(), clock);
        factors = Factors.with(new FactorTable(transactions, store.vault()), rules, directory, clock);
        factorDesk = FactorDesk.with(factors, directory, acts, clock);
        services = new ServiceDesk(transactions, acts, directory, clock);
        sessions = new SessionDesk(
                directory,
                factors,
                services,
                threads,
                new SessionDesk.Parts(rules, transactions, store.outbox(), clock));
        signIn = new SignInDesk(
                new SignInDesk.Parts(directory, sessions, factors, services),
                transactions,
                new SignInTrace(transactions, store.outbox(), threads, clock),
                Optional.of(providers),
                clock);
    }

    /** Another feature with a right of its own. */
    private static final class Extra implements Declarations {
        @Override
        public List<PermissionType> permissions() {
            return List.of(new PermissionType("extra.right", "Extra", "额外"));
        }
    }

    /** Another one on the same tables. */
    PlaceTable places() {
        return new PlaceTable(transactions);
    }

    /** All that the tables of signing in hold, as text. */
    String everything() {
        StringBuilder text = new StringBuilder();
        for (String table : List.of(
                "person", "person_session", "totp", "recovery_code", "sign_in_place", "service_token", "outbox")) {
            try (Connection connection = source.getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("select * from " + table)) {
                while (rows.next()) {
                    for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                        text.append(rows.getString(i)).append('\n');
                    }
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
        return text.toString();
    }

    /** Until what runs in the background is done. */
    void settle() {
        threads.close();
        threads.join();
        threads = new Threads();
        restart();
    }

    /** Every handler of the organisation. */
    public List<CommandHandler<?>> handlers() {
        return List.of(
                new SavePersonHandler(directory, threads),
                new SaveUnitHandler(directory, threads),
                new RemoveUnitHandler(directory, threads),
                new SaveRoleHandler(directory, threads),
                new RemoveRoleHandler(directory, threads),
                new SaveTermHandler(directory, threads),
                new RemoveTermHandler(directory, threads));
    }

    public Transactions transactions() {
        return transactions;
    }

    public PlainStore store() {
        return store;
    }

    public Directory directory() {
        return directory;
    }

    public SignIn signIn() {
        return signIn;
    }

    FactorDesk factorDesk() {
        return factorDesk;
    }

    ServiceDesk services() {
        return services;
    }

    SessionDesk sessions() {
        return sessions;
    }

    SignInRules rules() {
        return rules;
    }

    List<IdentityProvider> providers() {
        return providers;
    }

    public Threads threads() {
        return threads;
    }

    public ManualClock clock() {
        return clock;
    }

    @Override
    public void close() {
        threads.close();
        threads.join();
        store.close();
    }
}
