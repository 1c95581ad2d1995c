// SPDX-License-Identifier: Apache-2.0
package io.patchbay.customer;

import io.patchbay.api.access.Permissions;
import io.patchbay.api.access.Place;
import io.patchbay.api.access.Scope;
import io.patchbay.api.address.Address;
import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.command.CommandResult.Kind;
import io.patchbay.api.command.CommandResult.Refused;
import io.patchbay.api.command.Problem;
import io.patchbay.api.customer.Customer;
import io.patchbay.api.customer.CustomerCommand.SaveCustomer;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.CustomerId;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.journal.JournalDraft;
import io.patchbay.spi.command.CommandHandler;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code customer.save}. */
@Component(service = CommandHandler.class, property = "patchbay.command=customer.save")
public final class SaveCustomerHandler implements CommandHandler<SaveCustomer> {
    private static final int MOST_ADDRESSES = 50;

    private final CustomerBook book;
    private final AddressIdentification identification;
    private final Threads threads;
    private final InstantSource clock;

    /**
     * A handler.
     *
     * @param book keeps the customers
     * @param identification is told of changed addresses
     * @param threads wait for the database
     */
    @Activate
    public SaveCustomerHandler(
            @Reference CustomerBook book, @Reference AddressIdentification identification, @Reference Threads threads) {
        this(book, identification, threads, InstantSource.system());
    }

    SaveCustomerHandler(CustomerBook book, AddressIdentification identification, Threads threads, InstantSource clock) {
        this.book = book;
        this.identification = identification;
        this.threads = threads;
        this.clock = clock;
    }

    @Override
    public Class<SaveCustomer> type() {
        return SaveCustomer.class;
    }

    @Override
    public String name() {
        return "customer.save";
    }

    @Override
    public String permission() {
        return Permissions.CUSTOMERS_EDIT;
    }

    @Override
    public SaveCustomer read(Map<String, Object> body) {
        Optional<CustomerId> id = Optional.ofNullable(body.get("id")).map(it -> CustomerId.parse(it.toString()));
        return new SaveCustomer(new Customer(
                id.orElseGet(() -> CustomerId.at(clock.millis())),
                text(body, "name"),
                body.containsKey("tier") ? text(body, "tier") : "standard",
                new UnitId(text(body, "unit")),
                addresses(body.getOrDefault("addresses", List.of())),
                body.containsKey("remark") ? text(body, "remark") : "",
                new Customer.Care(
                        Optional.of(body.containsKey("officer") ? text(body, "officer") : "")
                                .filter(officer -> !officer.isEmpty())
                                .map(AgentId::new),
                        body.containsKey("language") ? text(body, "language") : "")));
    }

    private static String text(Map<String, Object> body, String name) {
        if (body.get(name) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("the field \"" + name + "\" must be given as text");
    }

    private static List<Address> addresses(Object value) {
        if (!(value instanceof List<?> texts)) {
            throw new IllegalArgumentException("the field \"addresses\" must be a list");
        }
        return texts.stream().map(text -> Address.parse(text.toString())).toList();
    }

    @Override
    public CompletionStage<CommandResult> handle(Actor actor, SaveCustomer command, String idempotencyKey) {
        return threads.ask(
                () -> save(actor, command.customer(), idempotencyKey),
                () -> refused(Kind.UNAVAILABLE, "busy", "Too many changes wait. Try again.", "等待处理的修改过多，请稍后重试。"));
    }

    private CommandResult save(Actor actor, Customer wanted, String key) {
        Scope scope = actor instanceof Actor.Person person ? person.scope() : Scope.system();
        Optional<Customer> before = book.tables().find(wanted.id());
        Customer customer = before.map(known -> unmasked(scope, known, wanted)).orElse(wanted);
        if (!edits(scope, customer) || before.filter(it -> !edits(scope, it)).isPresent()) {
            return refused(
                    Kind.NOT_FOUND,
                    "unknown-customer",
                    "There is no such customer or unit among yours.",
                    "您的机构中没有该客户或机构。");
        } else if (customer.addresses().size() > MOST_ADDRESSES) {
            return refused(Kind.INVALID, "too-many-addresses", "A customer has up to 50 addresses.", "每位客户最多 50 个地址。");
        }
        Set<String> texts = new HashSet<>(NameWords.kept(customer.name()));
        customer.addresses().forEach(address -> texts.add(address.text()));
        Map<String, Object> result = Map.of("customer", customer.id().toString());
        book.tables().save(customer, texts, entry(actor, customer, before.isEmpty()), key, result);
        List<Address> touched = new ArrayList<>(customer.addresses());
        before.ifPresent(it -> touched.addAll(it.addresses()));
        identification.changed(touched);
        return new CommandResult.Done(result);
    }

    /** What was shown to him masked, and came back so, stays as it is. */
    private static Customer unmasked(Scope scope, Customer known, Customer wanted) {
        Customer shown = CustomerBook.seen(scope, known);
        String name = wanted.name().equals(shown.name()) ? known.name() : wanted.name();
        String remark = wanted.remark().equals(shown.remark()) ? known.remark() : wanted.remark();
        return new Customer(wanted.id(), name, wanted.tier(), wanted.unit(), wanted.addresses(), remark, wanted.care());
    }

    private static boolean edits(Scope scope, Customer customer) {
        return scope.may(Permissions.CUSTOMERS_EDIT, Place.of(customer.unit()));
    }

    private JournalDraft entry(Actor actor, Customer customer, boolean created) {
        Map<String, Object> body = Map.of(
                "customer", customer.id().toString(),
                "tier", customer.tier(),
                "addresses", customer.addresses().size(),
                "created", created);
        return JournalDraft.act(clock.instant(), "customer.saved", actor, customer.unit(), body);
    }

    private static Refused refused(Kind kind, String code, String english, String chinese) {
        return new Refused(kind, new Problem(code, english, chinese));
    }
}
