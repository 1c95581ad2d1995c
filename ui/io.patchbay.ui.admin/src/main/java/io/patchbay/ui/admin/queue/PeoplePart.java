// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.admin.queue;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import io.patchbay.api.agent.AgentState;
import io.patchbay.api.agent.Presence;
import io.patchbay.api.id.SkillId;
import io.patchbay.api.queue.Code;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.part.Table;
import io.patchbay.ui.kit.part.Vacant;
import io.patchbay.ui.kit.text.Terms;
import io.patchbay.ui.kit.text.Words;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Who serves the queue: his levels, the step he first fits, how he is now. */
final class PeoplePart implements Part {
    private final Editing editing;
    private final Words words;
    private final Terms terms;
    private final Div body = Shape.box("qpart wide");

    PeoplePart(Editing editing) {
        this.editing = editing;
        this.words = editing.words;
        this.terms = new Terms(editing.context.locale());
    }

    @Override
    public Component body() {
        return body;
    }

    @Override
    public void refresh(List<Fault> faults) {
        List<DraftStep> steps = editing.draft.steps.all();
        List<Coverage.Server> servers = editing.coverage().servers(steps);
        Set<SkillId> asked =
                steps.stream().flatMap(step -> step.needs().keySet().stream()).collect(Collectors.toSet());
        Table table = new Table(words.get("tab.people"));
        table.column(words.get("people.name"), false)
                .column(words.get("people.levels"), false)
                .column(words.get("people.step"), true)
                .column(words.get("people.state"), false);
        servers.forEach(one -> table.row(List.of(
                Table.cell(one.person().name()),
                Table.cell(levels(one, asked)),
                Table.number(words.get("people.at", String.valueOf(one.step()))),
                state(one))));
        body.removeAll();
        body.add(servers.isEmpty() ? Vacant.small(words.get("people.none")) : table);
    }

    private String levels(Coverage.Server server, Set<SkillId> asked) {
        return server.person().work().skills().entrySet().stream()
                .filter(skill -> asked.contains(skill.getKey()))
                .map(skill -> editing.names.skill().apply(skill.getKey()) + " " + skill.getValue())
                .sorted()
                .collect(Collectors.joining(words.get("list")));
    }

    private HtmlContainer state(Coverage.Server server) {
        List<Code> reasons = editing.services.queues().codes(Code.Use.NOT_READY);
        Presence presence = server.state().map(AgentState::presence).orElseGet(Presence.LoggedOut::new);
        return Table.cell(Shape.badge(Terms.tone(presence), Terms.icon(presence), terms.presence(presence, reasons)));
    }
}
