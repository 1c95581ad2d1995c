// SPDX-License-Identifier: Apache-2.0
package io.patchbay.demo.town.line;

import io.patchbay.demo.smsc.Smsc;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Customers who text. What they were sent is looked for by {@link #look}; one thread at a time. */
public final class SmsLines implements Line.Opener {
    private final Smsc branch;
    private final Smsc service;
    private final Map<String, Pending> open = new HashMap<>();

    private record Pending(Line.Ear ear, Smsc by, int before) {}

    /** The town's own SMSC, and the one whose messages the demo's named people answer. */
    public SmsLines(Smsc branch, Smsc service) {
        this.branch = branch;
        this.service = service;
    }

    @Override
    public Line open(Visit visit, Line.Ear ear) {
        Smsc by = visit.guest() ? service : branch;
        String number = digits(visit.who().phone());
        open.put(number, new Pending(ear, by, to(by, number)));
        Text line = new Text(visit, number, by);
        line.say(1);
        return line;
    }

    /** Tells the customers of what was sent to them; the town's SMSC forgets it then. */
    public void look() {
        List<Smsc.Sent> fresh = branch.drain();
        for (Map.Entry<String, Pending> one : Map.copyOf(open).entrySet()) {
            Pending pending = one.getValue();
            boolean heard = pending.by == branch
                    ? fresh.stream().anyMatch(sms -> digits(sms.to()).equals(one.getKey()))
                    : to(pending.by, one.getKey()) > pending.before;
            if (heard) {
                open.put(one.getKey(), new Pending(pending.ear, pending.by, to(pending.by, one.getKey())));
                pending.ear.heard();
            }
        }
    }

    private static int to(Smsc by, String number) {
        return (int) by.sent().stream()
                .filter(sms -> digits(sms.to()).equals(number))
                .count();
    }

    private static String digits(String number) {
        return number.replaceAll("[^0-9]", "");
    }

    private final class Text implements Line {
        private final Visit visit;
        private final String number;
        private final Smsc by;

        Text(Visit visit, String number, Smsc by) {
            this.visit = visit;
            this.number = number;
            this.by = by;
        }

        @Override
        public void say(int line) {
            visit.says(line).ifPresent(words -> by.deliver(visit.who().phone(), words, false));
        }

        @Override
        public void leave() {
            open.remove(number);
        }
    }
}
