// SPDX-License-Identifier: Apache-2.0
package io.patchbay.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.api.access.Permissions;
import io.patchbay.api.access.Scope;
import io.patchbay.api.address.Address;
import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.content.ContentOwner;
import io.patchbay.api.customer.Customer;
import io.patchbay.api.customer.CustomerCommand.SaveCustomer;
import io.patchbay.api.customer.CustomerIdentification.Identification;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.CustomerId;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.id.UserId;
import io.patchbay.customer.store.CustomerTables;
import io.patchbay.store.plain.PlainStore;
import io.patchbay.testkit.ManualClock;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the customers promise on every database. */
abstract class CustomerContract {
    private static final UnitId ROOT = new UnitId("headquarters");
    private static final UnitId BRANCH = new UnitId("branch");
    private static final Address NUMBER = new Address.PhoneNumber("+8613800138000");
    private static final Address MAIL = new Address.EmailAddress("wang@example.org");
    private static final Customer.Care OFFICER = new Customer.Care(Optional.of(new AgentId("carol")), "en");
    private static final Actor SYSTEM = new Actor.Part("test");

    private final ManualClock clock = new ManualClock();
    private final Threads threads = new Threads();
    private PlainStore store;
    private CustomerBook book;
    private AddressIdentification identification;
    private SaveCustomerHandler handler;

    abstract PlainStore open();

    @BeforeEach
    void begin() {
        store = open();
        ClassLoader loader = CustomerBook.class.getClassLoader();
        store.migrations().migrate("io.patchbay.customer", loader, "io/patchbay/customer/changelog.sql");
        book = new CustomerBook(
                new CustomerTables(store.unit(loader, "customer"), store.outbox(), store.vault()), "CN");
        identification = new AddressIdentification(book, threads);
        handler = new SaveCustomerHandler(book, identification, threads, clock);
    }

    @AfterEach
    void end() {
        threads.close();
        store.close();
    }

    private Customer customer(String name, UnitId unit, Address... addresses) {
        return new Customer(CustomerId.at(clock.millis()), name, "gold", unit, List.of(addresses), "remark on " + name);
    }

    private CommandResult save(Actor actor, Customer customer) {
        return handler.handle(actor, new SaveCustomer(customer), "")
                .toCompletableFuture()
                .join();
    }

    private Customer saved(Customer customer) {
        assertThat(save(SYSTEM, customer))
                .isEqualTo(
                        new CommandResult.Done(Map.of("customer", customer.id().toString())));
        return customer;
    }

    private Identification identify(Address from) {
        return identification.identify(from).toCompletableFuture().join();
    }

    private static Scope scope(UnitId unit, String... permissions) {
        return Scope.of(new UserId("reader"), Set.of(unit), Set.of(permissions));
    }

    @Test
    void customerIsFoundAgainByEverythingHeCarries() {
        Customer wang = saved(customer("王小明", ROOT, NUMBER, MAIL));
        assertThat(book.find(Scope.system(), wang.id())).contains(wang);
        for (String words : List.of("王小明", "小明", "13800138000", "+86 138 0013 8000", "wang@EXAMPLE.org")) {
            assertThat(book.search(Scope.system(), words, 10)).as(words).containsExactly(wang);
        }
        assertThat(book.search(Scope.system(), "李", 10)).isEmpty();
    }

    @Test
    void searchIsByNameAndBounded() {
        Customer b = saved(customer("Bea Li", ROOT));
        Customer a = saved(customer("Ann Li", ROOT));
        assertThat(book.search(Scope.system(), "li", 10)).containsExactly(a, b);
        assertThat(book.search(Scope.system(), "li", 1)).hasSize(1);
        assertThatThrownBy(() -> book.search(Scope.system(), " ", 10)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void readerSeesOnlyHisUnitsAndOnlyWithTheRight() {
        Customer wang = saved(customer("王小明", ROOT, NUMBER));
        Customer li = saved(customer("王丽", BRANCH, NUMBER));
        Scope branch = scope(BRANCH, Permissions.CUSTOMERS, Permissions.NAMES);
        assertThat(book.search(branch, "王", 10)).containsExactly(li);
        assertThat(book.search(branch, "13800138000", 10)).containsExactly(li);
        assertThat(book.find(branch, wang.id())).isEmpty();
        assertThat(book.find(scope(ROOT), wang.id())).isEmpty();
        assertThat(book.search(scope(ROOT), "王", 10)).isEmpty();
    }

    @Test
    void nameIsMaskedWithoutTheRightAndStaysWholeWhenSuchAReaderSaves() {
        Customer wang = saved(customer("王小明", ROOT, NUMBER));
        Scope masked = scope(ROOT, Permissions.CUSTOMERS, Permissions.CUSTOMERS_EDIT);
        Customer seen = book.find(masked, wang.id()).orElseThrow();
        assertThat(seen.name()).isEqualTo("王**");
        assertThat(book.search(masked, "13800138000", 10))
                .extracting(Customer::name)
                .containsExactly("王**");
        handler.handle(new Actor.Person(new UserId("reader"), masked), new SaveCustomer(seen), "")
                .toCompletableFuture()
                .join();
        assertThat(book.find(Scope.system(), wang.id()).orElseThrow().name()).isEqualTo("王小明");
    }

    @Test
    void nothingPersonalIsInTheTables() throws SQLException {
        saved(customer("王小明", ROOT, NUMBER));
        StringBuilder all = new StringBuilder();
        try (Connection connection = store.database().dataSource().getConnection();
                var statement = connection.createStatement()) {
            for (String table : List.of("customer", "customer_lookup", "outbox")) {
                try (ResultSet row = statement.executeQuery("select * from " + table)) {
                    while (row.next()) {
                        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                            Object value = row.getObject(i);
                            all.append(
                                            value instanceof byte[] bytes
                                                    ? HexFormat.of().formatHex(bytes)
                                                    : value)
                                    .append('\n');
                        }
                    }
                }
            }
        }
        for (String secret : List.of("王小明", "13800138000", "remark")) {
            assertThat(all.toString())
                    .doesNotContain(secret)
                    .doesNotContain(HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8)));
        }
        assertThat(store.outbox().pending(10)).singleElement().satisfies(row -> {
            assertThat(row.type()).isEqualTo("customer.saved");
            assertThat(row.unit()).isEqualTo(ROOT);
        });
    }

    private static Identification known(Customer customer) {
        return new Identification.Known(customer.id(), "gold", Optional.of(ROOT), Customer.Care.NONE);
    }

    @Test
    void remotePartyIsKnownSeveralOrUnknown() {
        assertThat(identify(NUMBER)).isEqualTo(new Identification.Unknown());
        Customer wang = saved(customer("王小明", ROOT, NUMBER));
        assertThat(identify(NUMBER)).isEqualTo(known(wang));
        assertThat(identify(MAIL)).isEqualTo(new Identification.Unknown());
        Customer li = saved(customer("李丽", ROOT, NUMBER, MAIL));
        assertThat(identify(NUMBER))
                .isInstanceOfSatisfying(Identification.Several.class, several -> assertThat(several.customers())
                        .containsExactlyInAnyOrder(wang.id(), li.id()));
        assertThat(identify(MAIL)).isEqualTo(known(li));
    }

    @Test
    void changedAddressIsForgottenAtOnce() {
        Customer wang = saved(customer("王小明", ROOT, NUMBER));
        assertThat(identify(NUMBER)).isInstanceOf(Identification.Known.class);
        saved(new Customer(wang.id(), "王明", "vip", ROOT, List.of(MAIL), "", OFFICER));
        assertThat(identify(NUMBER)).isEqualTo(new Identification.Unknown());
        assertThat(identify(MAIL)).isEqualTo(new Identification.Known(wang.id(), "vip", Optional.of(ROOT), OFFICER));
        assertThat(book.search(Scope.system(), "王小明", 10)).isEmpty();
        assertThat(book.search(Scope.system(), "王明", 10)).hasSize(1);
    }

    @Test
    void erasedCustomerIsNoMore() {
        Customer wang = saved(customer("王小明", ROOT, NUMBER));
        store.vault()
                .destroy(new ContentOwner(ContentOwner.Kind.CUSTOMER, wang.id().value()));
        assertThat(book.find(Scope.system(), wang.id())).isEmpty();
        assertThat(book.search(Scope.system(), "王", 10)).isEmpty();
        assertThat(identify(NUMBER)).isEqualTo(new Identification.Unknown());
    }

    @Test
    void strangersCustomersCannotBeChanged() {
        Customer wang = saved(customer("王小明", ROOT, NUMBER));
        Actor clerk = new Actor.Person(new UserId("clerk"), scope(BRANCH, Permissions.CUSTOMERS_EDIT));
        for (Customer wish :
                List.of(customer("新人", ROOT), new Customer(wang.id(), "X", "gold", BRANCH, List.of(), ""))) {
            assertThat(save(clerk, wish)).isInstanceOfSatisfying(CommandResult.Refused.class, no -> assertThat(
                            no.problem().code())
                    .isEqualTo("unknown-customer"));
        }
    }

    @Test
    void wireFormIsReadAndFaultsAreNamed() {
        SaveCustomer read =
                handler.read(Map.of("name", "王小明", "unit", "headquarters", "addresses", List.of("tel:+8613800138000")));
        assertThat(read.customer().addresses()).containsExactly(NUMBER);
        assertThat(read.customer().tier()).isEqualTo("standard");
        assertThatThrownBy(() -> handler.read(Map.of("unit", "u"))).hasMessageContaining("name");
        assertThatThrownBy(() -> handler.read(Map.of("name", "n", "unit", "u", "addresses", "x")))
                .hasMessageContaining("addresses");
    }
}
