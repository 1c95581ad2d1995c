// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.desk;

import io.patchbay.api.access.Mask;
import io.patchbay.api.access.Permissions;
import io.patchbay.api.customer.Customer;
import io.patchbay.api.id.CustomerId;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.api.queue.Code;
import io.patchbay.api.queue.QueueSettings;
import io.patchbay.ui.kit.text.Masks;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.ViewContext;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who the customers on a desk are, and what its queues are called. UI thread only. */
final class DeskNames {
    private final DeskServices services;
    private final ViewContext context;
    private final Words words;
    private final Runnable changed;
    private final Map<CustomerId, Customer> customers = new HashMap<>();
    private final Set<CustomerId> asked = new HashSet<>();

    DeskNames(DeskServices services, ViewContext context, Words words, Runnable changed) {
        this.services = services;
        this.context = context;
        this.words = words;
        this.changed = changed;
    }

    /** Whether its queue has its contacts wrapped up in a mode. */
    boolean wraps(Interaction contact, QueueSettings.WrapUp.Mode mode) {
        return services.queues()
                .queue(context.scope(), contact.placement().queue())
                .filter(queue -> queue.wrapUp().mode() == mode)
                .isPresent();
    }

    /** The wrap-up codes its queue offers. */
    List<Code> choices(Interaction contact) {
        List<String> offered = services.queues()
                .queue(context.scope(), contact.placement().queue())
                .map(queue -> queue.rules().codes())
                .orElse(List.of());
        return services.queues().tree(Code.Use.DISPOSITION).choices(offered);
    }

    String who(Interaction contact) {
        return customer(contact)
                .map(Customer::name)
                .or(() -> contact.contact().name().map(name -> shown(contact, name)))
                .or(() -> contact.contact().remote().map(Masks::masked))
                .orElse(words.get("nobody"));
    }

    private String shown(Interaction contact, String name) {
        return context.scope().may(Permissions.NAMES, contact.place()) ? name : Mask.name(name);
    }

    Optional<Customer> customer(Interaction contact) {
        contact.customer()
                .filter(asked::add)
                .ifPresent(id -> context.load(
                        () -> services.customers().find(context.scope(), id),
                        found -> found.ifPresent(known -> {
                            customers.put(id, known);
                            changed.run();
                        })));
        return contact.customer().map(customers::get);
    }

    String queueName(QueueId id) {
        return services.queues()
                .queue(context.scope(), id)
                .map(QueueSettings::name)
                .orElse(id.value());
    }
}
