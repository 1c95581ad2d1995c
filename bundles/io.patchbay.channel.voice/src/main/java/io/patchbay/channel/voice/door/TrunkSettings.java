// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice.door;

import io.patchbay.sip.message.Transport;
import java.time.Duration;
import java.util.List;

/**
 * One trunk: who may bring us calls, and for which numbers.
 *
 * @param name its name, from the configuration's
 * @param host the carrier's host; empty for a trunk that only brings calls
 * @param port its SIP port
 * @param transport how it is spoken to
 * @param user with which we register there; empty for no registration
 * @param password of that user; answers a challenge of this host alone
 * @param allowedSources whose requests are this trunk's
 * @param numbers what it may deliver; one that ends with {@code *} is a beginning
 * @param maxCalls most calls at a time
 * @param region of numbers without a country code, for example {@code CN}
 * @param outward how customers are called by it
 */
public record TrunkSettings(
        String name,
        String host,
        int port,
        Transport transport,
        String user,
        String password,
        List<Net> allowedSources,
        List<String> numbers,
        int maxCalls,
        String region,
        Outward outward) {

    /**
     * How customers are called by a trunk.
     *
     * @param calls whether they are at all
     * @param abroad whether also in other countries than its region
     * @param premium whether also numbers that cost extra
     * @param priority lower ones are taken first, 0 to 100
     * @param weight its share among those of one priority, 1 to 1000
     * @param sealed whether their sound is sealed (SRTP), or there is none
     * @param watch how often it is asked by OPTIONS whether it is there; zero for never
     */
    public record Outward(
            boolean calls, boolean abroad, boolean premium, int priority, int weight, boolean sealed, Duration watch) {
        /** A trunk that only brings calls. */
        public static final Outward NONE = new Outward(false, false, false, 10, 1, false, Duration.ZERO);
    }

    public TrunkSettings {
        allowedSources = List.copyOf(allowedSources);
        numbers = List.copyOf(numbers);
    }

    boolean comesFrom(String source) {
        return allowedSources.stream().anyMatch(net -> net.has(source));
    }

    boolean delivers(String number) {
        String bare = number.startsWith("+") ? number.substring(1) : number;
        return numbers.stream()
                .map(one -> one.startsWith("+") ? one.substring(1) : one)
                .anyMatch(one ->
                        one.endsWith("*") ? bare.startsWith(one.substring(0, one.length() - 1)) : bare.equals(one));
    }

    /** Hides the password. */
    @Override
    public String toString() {
        return "TrunkSettings[" + name + ", " + host + "]";
    }
}
