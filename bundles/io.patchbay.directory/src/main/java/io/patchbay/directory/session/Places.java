// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory.session;

import io.patchbay.api.id.UserId;
import io.patchbay.api.signin.Greeting;
import io.patchbay.api.signin.Visit;
import io.patchbay.directory.secret.Secrets;
import io.patchbay.directory.store.PlaceTable;
import io.patchbay.directory.store.PlaceTable.Before;
import io.patchbay.directory.store.PlaceTable.Place;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Where people have been before: devices by a token in their browser, and addresses. */
final class Places {
    private final PlaceTable table;
    private final Map<UserId, Set<String>> ids = new ConcurrentHashMap<>();
    private final Map<UserId, Set<String>> addresses = new ConcurrentHashMap<>();

    Places(PlaceTable table) {
        this.table = table;
        table.load().forEach(this::remember);
    }

    private void remember(Place place) {
        ids.computeIfAbsent(place.user(), user -> ConcurrentHashMap.newKeySet()).add(place.id());
        addresses
                .computeIfAbsent(place.user(), user -> ConcurrentHashMap.newKeySet())
                .add(place.address());
    }

    /** The hash of the device, if it is known for the account; else empty. */
    String device(UserId user, Visit visit) {
        String hash = visit.deviceToken().isEmpty() ? "" : hash(user, visit.deviceToken());
        return ids.getOrDefault(user, Set.of()).contains(hash) ? hash : "";
    }

    /** A browser's token is one, however many people use it. */
    private static String hash(UserId user, String token) {
        return Secrets.hash(user + "\n" + token);
    }

    boolean isHome(UserId user, String address) {
        return addresses.getOrDefault(user, Set.of()).contains(address);
    }

    /** Notes a sign-in. A browser without a token gets one. Waits for the database. */
    Greeting came(UserId user, Visit visit, Instant now) {
        boolean first = !ids.containsKey(user);
        boolean known = !device(user, visit).isEmpty() || isHome(user, visit.address());
        boolean browser = !visit.device().isEmpty();
        String token = visit.deviceToken().isEmpty() && browser ? Secrets.token() : "";
        String id = browser
                ? hash(user, token.isEmpty() ? visit.deviceToken() : token)
                : Secrets.hash(user + "\n" + visit.address());
        Place place = new Place(id, user, visit.address());
        Before before = table.came(place, visit, now);
        remember(place);
        return new Greeting(before.last(), before.failures(), !first && !known, token);
    }

    /** Waits for the database. */
    void failed(UserId user) {
        table.failed(user);
    }
}
