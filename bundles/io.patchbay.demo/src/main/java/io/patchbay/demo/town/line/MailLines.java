// SPDX-License-Identifier: Apache-2.0
package io.patchbay.demo.town.line;

import java.util.HashMap;
import java.util.Map;

/** Customers who write mails. What they were answered is looked for by {@link #look}; one thread at a time. */
public final class MailLines implements Line.Opener {
    private final MailHouse branch;
    private final MailHouse service;
    private final Map<String, Letter> open = new HashMap<>();

    /** The town's own mail server, and the one whose mails the demo's named people answer. */
    public MailLines(MailHouse branch, MailHouse service) {
        this.branch = branch;
        this.service = service;
    }

    @Override
    public Line open(Visit visit, Line.Ear ear) {
        MailHouse house = visit.guest() ? service : branch;
        house.answerTo(visit.who().mail()); // what is left of another day is no answer
        Letter line = new Letter(visit, house, ear);
        open.put(visit.who().mail(), line);
        line.say(1);
        return line;
    }

    /** Tells the customers of what came for them; the town's server forgets what was read. */
    public void look() {
        for (Letter letter : Map.copyOf(open).values()) {
            letter.house.answerTo(letter.visit.who().mail()).ifPresent(id -> {
                letter.answer = id;
                letter.ear.heard();
            });
        }
        branch.tidy();
    }

    private final class Letter implements Line {
        private final Visit visit;
        private final MailHouse house;
        private final Line.Ear ear;
        private String answer = "";

        Letter(Visit visit, MailHouse house, Line.Ear ear) {
            this.visit = visit;
            this.house = house;
            this.ear = ear;
        }

        @Override
        public void say(int number) {
            visit.says(number).ifPresent(words -> {
                String subject = visit.matter().subject(visit.who().language());
                house.send(visit.who(), number == 1 ? subject : "Re: " + subject, words, answer);
            });
        }

        @Override
        public void leave() {
            open.remove(visit.who().mail());
        }
    }
}
