// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.town;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import io.patchbay.api.agent.AgentState;
import io.patchbay.api.agent.Agents;
import io.patchbay.api.agent.Presence;
import io.patchbay.api.id.UserId;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.text.Terms;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.ViewContext;
import java.util.List;

/** The simulated agents and what each of them does. */
final class StaffCard extends Div {
    private final Agents agents;
    private final ViewContext context;
    private final Words words;
    private final Terms terms;
    private final Div list = Shape.box("twa");
    private List<Face> shown = List.of();

    /** One agent as shown. */
    private record Face(String name, String tone, String word) {}

    StaffCard(Words words, Agents agents, ViewContext context) {
        this.words = words;
        this.agents = agents;
        this.context = context;
        terms = new Terms(context.locale());
        addClassName("card");
        add(Shape.box("h", words.get("staff.title")), list);
        add(Shape.box("bdy xs t3", words.get("staff.help")));
    }

    void show(List<UserId> staff) {
        List<Face> faces = agents.agents(context.scope()).stream()
                .filter(agent -> staff.contains(new UserId(agent.agent().value())))
                .map(this::face)
                .toList();
        if (!faces.equals(shown)) {
            shown = faces;
            list.removeAll();
            faces.forEach(face -> list.add(tile(face)));
        }
    }

    private Face face(AgentState agent) {
        int active = sum(agent.load().active()) + sum(agent.load().reserved());
        int wrapUp = sum(agent.load().wrapUp());
        if (active > 0) {
            return new Face(agent.name(), "pr", words.get("staff.busy", String.valueOf(active)));
        } else if (wrapUp > 0) {
            return new Face(agent.name(), "vi", words.get("staff.wrapUp"));
        }
        Presence presence = agent.presence();
        return new Face(agent.name(), Terms.tone(presence), terms.presence(presence, List.of()));
    }

    private static int sum(java.util.Map<?, Integer> load) {
        return load.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static Component tile(Face face) {
        return Shape.box(
                "row",
                Shape.avatar("", face.name),
                Shape.text("el", face.name),
                Shape.space(),
                Shape.badge(face.tone, "", face.word));
    }
}
