// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory.session;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Failed attempts, counted three ways: an account from a place (5 are free), an address over all accounts (20 accounts,
 * against one password tried on everybody), an account over all places where its person never was (100, against many
 * addresses that try one account). Who shows a device that is known for the account is a place of his own: failures of
 * strangers hold up nobody who has been here before, not even behind the same address.
 */
final class Attempts {
    private static final int FREE_OF_A_PAIR = 5;
    private static final int FREE_ACCOUNTS_OF_AN_ADDRESS = 20;
    private static final int FREE_OF_STRANGERS = 100;
    private static final int LONGEST_NAME = 64;

    private final Delays pairs;
    private final Delays addresses;
    private final Delays accounts;

    /**
     * Somebody who knocks.
     *
     * @param account as typed
     * @param address where from
     * @param device the hash of a device that is known for this account; empty for none
     * @param atHome whether the account's person has signed in from there before
     */
    record Knock(String account, String address, String device, boolean atHome) {
        Knock {
            String name = account.strip().toLowerCase(Locale.ROOT);
            account = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
        }

        private boolean known() {
            return !device.isEmpty();
        }

        private String pair() {
            return account + "\n" + (known() ? "device " + device : address);
        }
    }

    Attempts(InstantSource clock) {
        pairs = new Delays(FREE_OF_A_PAIR, clock);
        addresses = new Delays(FREE_ACCOUNTS_OF_AN_ADDRESS, clock);
        accounts = new Delays(FREE_OF_STRANGERS, clock);
    }

    /** Until when no such attempt counts. */
    Optional<Instant> lockedUntil(Knock knock) {
        Stream<Optional<Instant>> locks = knock.known()
                ? Stream.of(pairs.lockedUntil(knock.pair()))
                : Stream.of(
                        pairs.lockedUntil(knock.pair()),
                        addresses.lockedUntil(knock.address),
                        knock.atHome ? Optional.empty() : accounts.lockedUntil(knock.account));
        return locks.flatMap(Optional::stream).max(Instant::compareTo);
    }

    /** Whether this failure locks. */
    boolean failed(Knock knock) {
        int count = pairs.failed(knock.pair());
        boolean locks = pairs.locks(count);
        if (!knock.known()) {
            // A person who mistypes thrice is one account to his address.
            locks |= count == 1 && addresses.locks(addresses.failed(knock.address));
            locks |= !knock.atHome && accounts.locks(accounts.failed(knock.account));
        }
        return locks;
    }

    void succeeded(Knock knock) {
        if (pairs.forgive(knock.pair()) && !knock.known()) {
            addresses.lessen(knock.address);
        }
    }
}
