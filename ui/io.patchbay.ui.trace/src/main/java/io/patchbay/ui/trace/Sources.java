// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.trace;

import io.patchbay.api.access.Scope;
import io.patchbay.api.id.UserId;
import io.patchbay.api.people.People;
import io.patchbay.api.people.Person;
import io.patchbay.spi.event.Declarations;
import io.patchbay.trace.api.Exports;
import io.patchbay.trace.api.Trace;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;

/**
 * What the view reads.
 *
 * @param acts the acts; empty while their bundle comes or goes
 * @param door the door for files; empty likewise
 * @param people names of people
 * @param declarations the words of what bundles write; changes while bundles come and go
 */
record Sources(
        AtomicReference<Trace> acts, AtomicReference<Exports> door, People people, List<Declarations> declarations) {
    private static final String USER = "user:";
    private static final Pattern ACCOUNT = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

    Trace trace() {
        return there(acts.get());
    }

    Exports exports() {
        return there(door.get());
    }

    private static <T> T there(T service) {
        if (service == null) {
            throw new IllegalStateException("patchbay-trace is coming or going");
        }
        return service;
    }

    /** Who did something, by name where he has one. */
    String name(Scope scope, String actor) {
        String account = actor.startsWith(USER) ? actor.substring(USER.length()) : actor;
        return ACCOUNT.matcher(account).matches()
                ? people.person(scope, new UserId(account)).map(Person::name).orElse(account)
                : account;
    }
}
