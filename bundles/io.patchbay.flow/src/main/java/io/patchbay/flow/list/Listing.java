// SPDX-License-Identifier: Apache-2.0
package io.patchbay.flow.list;

import io.patchbay.api.address.Address;
import io.patchbay.api.id.CustomerId;
import io.patchbay.flow.api.ListEntry;
import io.patchbay.flow.api.Listed;
import io.patchbay.flow.api.Party;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** The entries of one moment, found by whom they mean. */
final class Listing {
    private static final int SHORTEST_PREFIX = 3;

    private final List<Listed> all;
    private final Map<UUID, Listed> byId = new HashMap<>();
    private final Map<Party, List<Listed>> byParty = new HashMap<>();

    Listing(List<Listed> all) {
        this.all = List.copyOf(all);
        for (Listed one : all) {
            byId.put(one.entry().id(), one);
            byParty.computeIfAbsent(one.entry().party(), party -> new ArrayList<>())
                    .add(one);
        }
    }

    List<Listed> all() {
        return all;
    }

    Optional<Listed> find(UUID id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The entry that means somebody: him, then his address, then the longest beginning; black before red. */
    Optional<Listed> meaning(
            Optional<Address> from, Optional<CustomerId> customer, Function<ListEntry, LocalDate> today) {
        List<Party> parties = new ArrayList<>();
        customer.ifPresent(who -> parties.add(new Party.OfCustomer(who)));
        from.ifPresent(address -> {
            parties.add(new Party.OfAddress(address));
            if (address instanceof Address.PhoneNumber phone) {
                for (int end = Math.min(14, phone.e164().length()); end >= SHORTEST_PREFIX; end--) {
                    parties.add(new Party.Numbers(phone.e164().substring(0, end)));
                }
            }
        });
        Optional<Listed> red = Optional.empty();
        for (Party party : parties) {
            for (Listed one : byParty.getOrDefault(party, List.of())) {
                if (one.entry().term().holds(today.apply(one.entry()))) {
                    if (one.entry().colour() == ListEntry.Colour.BLACK) {
                        return Optional.of(one);
                    }
                    red = red.isPresent() ? red : Optional.of(one);
                }
            }
        }
        return red;
    }
}
