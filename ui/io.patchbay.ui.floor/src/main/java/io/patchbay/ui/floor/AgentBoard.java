// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.floor;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.patchbay.api.agent.AgentState;
import io.patchbay.api.agent.Presence;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.WorkKind;
import io.patchbay.api.queue.Code;
import io.patchbay.api.queue.Queues;
import io.patchbay.ui.floor.FloorModel.Doing;
import io.patchbay.ui.floor.FloorModel.Tile;
import io.patchbay.ui.kit.part.Press;
import io.patchbay.ui.kit.part.Segments;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.part.Table;
import io.patchbay.ui.kit.part.Vacant;
import io.patchbay.ui.kit.text.Terms;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.ViewContext;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The agents as tiles or as a list; a tile keeps its place and is drawn anew only if it changed. */
final class AgentBoard extends Div {
    private static final WorkKind CALL = new WorkKind("call");

    private final Words words;
    private final Lasting lasting;
    private final Terms terms;
    private final Supervision supervision;
    private final Queues queues;
    private final Div counts = Shape.box("row g3");
    private final Div count = Shape.box("cnt");
    private final Div tiles = Shape.box("tiles");
    private final Div list = Shape.box("tw");
    private final Map<AgentId, Press> presses = new LinkedHashMap<>();
    private final Kept<Map.Entry<Doing, Integer>> counted = new Kept<>(counts, this::counted);
    private final Kept<Optional<AgentId>> placed = new Kept<>(tiles, this::place);
    private Map<AgentId, Tile> shown = Map.of();
    private Optional<AgentCard> card = Optional.empty();
    private boolean asList;

    AgentBoard(ViewContext context, Words words, Supervision supervision, Queues queues, Lasting lasting) {
        this.words = words;
        this.lasting = lasting;
        this.terms = new Terms(context.locale());
        this.supervision = supervision;
        this.queues = queues;
        addClassNames("card", "ag");
        counts.getStyle().set("font-weight", "400").set("margin-left", "6px");
        Segments form = new Segments(words.get("agents.form"), this::form);
        form.choice("tiles", words.get("agents.tiles"))
                .choice("list", words.get("agents.list"))
                .select("tiles");
        list.setVisible(false);
        add(Shape.box("h", Shape.text("", words.get("agents")), count, counts, Shape.space(), form), tiles, list);
    }

    private void form(String key) {
        asList = key.equals("list");
        tiles.setVisible(!asList);
        list.setVisible(asList);
        Map<AgentId, Tile> again = shown;
        shown = Map.of();
        show(List.copyOf(again.values()));
    }

    void show(List<Tile> agents) {
        Map<AgentId, Tile> wanted = new LinkedHashMap<>();
        agents.stream()
                .filter(tile -> tile.doing() != Doing.LOGGED_OUT)
                .forEach(tile -> wanted.put(tile.state().agent(), tile));
        if (wanted.equals(shown)) {
            return;
        }
        showCounts(wanted);
        if (asList) {
            showList(wanted);
        } else {
            showTiles(wanted);
        }
        shown = wanted;
        card.map(open -> wanted.get(open.agent())).ifPresent(tile -> card.get().follow(tile));
    }

    private void open(Tile tile, Component at) {
        card = Optional.of(supervision.showAgent(tile, at));
    }

    private void showCounts(Map<AgentId, Tile> agents) {
        Map<Doing, Integer> by = new EnumMap<>(Doing.class);
        agents.values().forEach(tile -> by.merge(tile.doing(), 1, Integer::sum));
        if (agents.size() != shown.size()) {
            count.setText(String.valueOf(agents.size()));
        }
        counted.show(by.entrySet().stream().map(Map.Entry::copyOf).toList());
    }

    private Component counted(Map.Entry<Doing, Integer> by) {
        Doing doing = by.getKey();
        return Shape.line(
                "row g1",
                Shape.badge(tone(doing), icon(doing), words.get("doing." + doing)),
                Shape.tag("b", "num", String.valueOf(by.getValue())));
    }

    private void showTiles(Map<AgentId, Tile> agents) {
        placed.show(
                agents.isEmpty()
                        ? List.of(Optional.empty())
                        : agents.keySet().stream().map(Optional::of).toList());
        presses.keySet().retainAll(agents.keySet());
        agents.forEach((agent, tile) -> {
            Tile before = shown.get(agent);
            if (before == null || (!tile.equals(before) && !looks(tile).equals(looks(before)))) {
                fill(presses.get(agent), tile);
            }
        });
    }

    private Component place(Optional<AgentId> agent) {
        return agent.<Component>map(id -> presses.computeIfAbsent(id, this::press))
                .orElseGet(() -> Vacant.small(words.get("agents.none")));
    }

    /** All that a tile shows. */
    private static List<Object> looks(Tile tile) {
        AgentState state = tile.state();
        return List.of(
                state.name(),
                state.presence(),
                tile.doing(),
                tile.since(),
                active(state),
                tile.flagged(),
                phoneAway(tile));
    }

    private Press press(AgentId agent) {
        Press press = new Press("tile", "").test("agent-" + agent);
        return press.does(() -> open(shown.get(agent), press));
    }

    private void fill(Press press, Tile tile) {
        press.removeAll();
        press.setClassName("fl", tile.flagged());
        Div state = Shape.box("row g1", badge(tile), time(tile));
        if (tile.flagged()) {
            Component mark = Shape.icon("alert b14");
            state.add(Shape.space(), Shape.line("wa", mark));
        }
        Div name = Shape.box(
                "row",
                Shape.tag("b", phoneAway(tile) ? "nb" : "el sp", tile.state().name()));
        if (phoneAway(tile)) {
            name.add(noPhone("agents.noPhone"));
        }
        press.add(name, state);
    }

    private Component badge(Tile tile) {
        String said = tile.state().presence() instanceof Presence.NotReady away && tile.doing() == Doing.NOT_READY
                ? terms.reason(away.reason(), queues.codes(Code.Use.NOT_READY))
                : words.get("doing." + tile.doing());
        return Shape.badge(tone(tile.doing()), icon(tile.doing()), said);
    }

    private Component time(Tile tile) {
        String tone = tile.flagged() ? "num s wa b" : "num s t2";
        if (tile.doing() == Doing.TEXT) {
            return Shape.text(tone, words.get("agents.contacts", String.valueOf(active(tile.state()))));
        }
        return Shape.line(tone, lasting.since(tile.since()));
    }

    private static boolean phoneAway(Tile tile) {
        return tile.state().unreachable().contains(CALL);
    }

    private Component noPhone(String key) {
        Span said = Shape.line("row g1 xs wa nb", Shape.icon("alert b12"), Shape.text("", words.get(key)));
        said.getElement().setAttribute("title", words.get("agents.phoneAway"));
        return said;
    }

    private static int active(AgentState state) {
        return state.load().active().values().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    private void showList(Map<AgentId, Tile> agents) {
        Table table = new Table(words.get("agents"));
        table.column(words.get("agent"), false)
                .column(words.get("agent.state"), false)
                .column(words.get("agent.since"), true)
                .column(words.get("agent.contacts"), true)
                .column("", false);
        agents.values().forEach(tile -> {
            Press more = new Press("btn q xs", words.get("agent.open"));
            more.does(() -> open(tile, more));
            table.row(List.of(
                    Table.cell(Shape.tag("b", "", tile.state().name())),
                    phoneAway(tile) ? Table.cell(badge(tile), noPhone("agents.phoneAway")) : Table.cell(badge(tile)),
                    Table.number(lasting.since(tile.since())),
                    Table.number(String.valueOf(active(tile.state()))),
                    Table.cell(more)));
        });
        list.removeAll();
        list.add(table);
    }

    private static String tone(Doing doing) {
        return switch (doing) {
            case CALL, TEXT, RINGING -> "pr";
            case READY -> "ok";
            case WRAP_UP -> "vi";
            case NOT_READY, LOGGED_OUT -> "";
        };
    }

    private static String icon(Doing doing) {
        return switch (doing) {
            case CALL -> "phone";
            case TEXT -> "chat";
            case RINGING -> "bell";
            case READY -> "check";
            case WRAP_UP -> "edit";
            case NOT_READY, LOGGED_OUT -> "minus";
        };
    }
}
