// SPDX-License-Identifier: Apache-2.0
package io.patchbay.benchmarks.routing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * Eight hours of a centre of 200 agents at load 0.95 with two surges nobody staffed for; the same for the same seed.
 * Times are milliseconds from the beginning.
 *
 * @param calls in the order they come
 * @param agents who works
 */
record Day(List<Call> calls, List<Worker> agents) {
    static final int TYPES = 12;
    static final int AGENTS = 200;
    static final long LENGTH = 8 * 3_600_000L;
    private static final double SERVICE_MILLIS = 240_000;
    private static final double PATIENCE_MILLIS = 180_000;
    private static final double LOAD = 0.95;
    private static final double VIP_SHARE = 0.1;
    private static final double HIGHEST_SURGE = 1.45;

    /** One call: when it comes, how long a full-speed agent takes, and after which wait it leaves. */
    record Call(int number, int type, boolean vip, long at, long service, long patience) {}

    /** One agent: the type he is best at, and two more. */
    record Worker(int number, int primary, List<Integer> others) {}

    static Day of(long seed) {
        Random random = new Random(seed);
        double[] rates = rates();
        List<Call> calls = new ArrayList<>();
        for (int type = 0; type < TYPES; type++) {
            double most = rates[type] * HIGHEST_SURGE;
            for (double at = gap(random, most); at < LENGTH; at += gap(random, most)) {
                if (random.nextDouble() * most < rates[type] * surge(type, at)) {
                    calls.add(call(random, type, (long) at));
                }
            }
        }
        calls.sort(Comparator.comparingLong(Call::at));
        return new Day(List.copyOf(calls), agents(rates));
    }

    private static double gap(Random random, double rate) {
        return -Math.log(1 - random.nextDouble()) / rate;
    }

    /** Service is log-normal with a coefficient of variation of 1. */
    private static Call call(Random random, int type, long at) {
        double sigmaSquared = Math.log(2);
        double service =
                Math.exp(Math.log(SERVICE_MILLIS) - sigmaSquared / 2 + Math.sqrt(sigmaSquared) * random.nextGaussian());
        double patience = gap(random, 1 / PATIENCE_MILLIS);
        boolean vip = random.nextDouble() < VIP_SHARE;
        return new Call(random.nextInt(Integer.MAX_VALUE), type, vip, at, (long) service, (long) patience);
    }

    /** Calls a millisecond of each type, by weights 1/√rank. */
    private static double[] rates() {
        double[] rates = new double[TYPES];
        Arrays.setAll(rates, type -> 1 / Math.sqrt(type + 1));
        double all = Arrays.stream(rates).sum();
        Arrays.setAll(rates, type -> LOAD * AGENTS / SERVICE_MILLIS * rates[type] / all);
        return rates;
    }

    private static double surge(int type, double at) {
        double hour = at / 3_600_000;
        if (hour >= 3 && hour < 4.5) {
            return type % 4 == 3 ? HIGHEST_SURGE : 0.93;
        }
        return hour >= 6 && hour < 7 ? (type % 4 == 1 ? 1.35 : 0.95) : 1;
    }

    /** Two further skills each, dealt out round the types from one agent to the next. */
    private static List<Worker> agents(double[] rates) {
        List<Worker> agents = new ArrayList<>();
        int[] staff = staff(rates);
        int next = 0;
        for (int type = 0; type < TYPES; type++) {
            for (int i = 0; i < staff[type]; i++) {
                List<Integer> others = new ArrayList<>();
                while (others.size() < 2) {
                    int other = next++ % TYPES;
                    if (other != type) {
                        others.add(other);
                    }
                }
                agents.add(new Worker(agents.size(), type, List.copyOf(others)));
            }
        }
        return agents;
    }

    /**
     * Each type's load and so many times its square root that they are as many as there are; the largest rests rounded
     * up.
     */
    private static int[] staff(double[] rates) {
        double loads = 0;
        double roots = 0;
        for (double rate : rates) {
            loads += rate * SERVICE_MILLIS;
            roots += Math.sqrt(rate * SERVICE_MILLIS);
        }
        double factor = (AGENTS - loads) / roots;
        double[] exact = new double[TYPES];
        Arrays.setAll(exact, type -> rates[type] * SERVICE_MILLIS + factor * Math.sqrt(rates[type] * SERVICE_MILLIS));
        int[] staff = new int[TYPES];
        Arrays.setAll(staff, type -> (int) exact[type]);
        List<Integer> byRest = new ArrayList<>();
        for (int type = 0; type < TYPES; type++) {
            byRest.add(type);
        }
        byRest.sort(Comparator.comparingDouble((Integer type) -> staff[type] - exact[type]));
        int missing = AGENTS - Arrays.stream(staff).sum();
        for (int i = 0; i < missing; i++) {
            staff[byRest.get(i)]++;
        }
        return staff;
    }
}
