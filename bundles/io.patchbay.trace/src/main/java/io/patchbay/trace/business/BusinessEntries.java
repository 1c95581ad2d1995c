// SPDX-License-Identifier: Apache-2.0
package io.patchbay.trace.business;

import io.patchbay.api.command.Actor;
import io.patchbay.api.content.Confidential;
import io.patchbay.api.interaction.Interaction;
import io.patchbay.api.journal.JournalDraft;
import io.patchbay.trace.api.BusinessAct;
import io.patchbay.trace.api.BusinessCommand.FinishBusiness;
import io.patchbay.trace.store.ActTable;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Journal entries of acts on accounts; the account and what is in it are sealed under the act's own key. */
final class BusinessEntries {
    private final InstantSource clock;

    BusinessEntries(InstantSource clock) {
        this.clock = clock;
    }

    JournalDraft begun(Actor actor, BusinessAct act, Interaction contact, Map<String, String> before) {
        Map<String, Object> body = body(act);
        body.put("before", sealed(before));
        return entry("business.begun", actor, act, Optional.of(contact), body);
    }

    JournalDraft finished(Actor actor, BusinessAct act, Optional<Interaction> contact, FinishBusiness command) {
        Map<String, Object> body = body(act);
        body.put("state", command.state().wire());
        body.put("after", sealed(command.after()));
        body.put("reason", command.reason());
        return entry("business.finished", actor, act, contact, body);
    }

    private static Map<String, Object> body(BusinessAct act) {
        Map<String, Object> body = new TreeMap<>();
        body.put("act", act.id().toString());
        body.put("kind", act.kind());
        act.account().ifPresent(number -> body.put("account", new Confidential.Clear(number)));
        return body;
    }

    private static Map<String, Object> sealed(Map<String, String> fields) {
        Map<String, Object> sealed = new TreeMap<>();
        fields.forEach((name, value) -> sealed.put(name, new Confidential.Clear(value)));
        return sealed;
    }

    private JournalDraft entry(
            String type, Actor actor, BusinessAct act, Optional<Interaction> contact, Map<String, Object> body) {
        JournalDraft told = JournalDraft.act(clock.instant(), type, actor, act.unit(), body);
        return new JournalDraft(
                told.at(),
                type,
                told.version(),
                new JournalDraft.Subject(Optional.of(act.interaction()), contact.map(Interaction::conversation)),
                told.actor(),
                told.unit(),
                0,
                told.body(),
                Optional.of(ActTable.owner(act.id())));
    }
}
