// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.email.route;

import io.patchbay.api.address.Address.EmailAddress;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The mail accounts there are. Safe for any thread. */
public final class Accounts {
    private final Map<String, MailAccount> accounts = new ConcurrentHashMap<>();

    public void add(MailAccount account) {
        accounts.put(account.settings().name(), account);
    }

    /** Takes it out unless its successor is there already. */
    public void remove(MailAccount account) {
        accounts.remove(account.settings().name(), account);
    }

    Optional<MailAccount> find(String name) {
        return Optional.ofNullable(accounts.get(name));
    }

    public Collection<MailAccount> all() {
        return List.copyOf(accounts.values());
    }

    boolean isOurs(EmailAddress address) {
        return accounts.values().stream()
                .anyMatch(one -> one.settings().address().value().equalsIgnoreCase(address.value()));
    }

    boolean isOurDomain(String domain) {
        return accounts.values().stream()
                .anyMatch(one -> one.settings().domain().equalsIgnoreCase(domain));
    }
}
