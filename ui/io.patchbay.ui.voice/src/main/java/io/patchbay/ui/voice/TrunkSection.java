// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.voice;

import com.vaadin.flow.component.html.Div;
import io.patchbay.spi.channel.ChannelAccount;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.part.Table;
import io.patchbay.ui.kit.part.Vacant;
import io.patchbay.ui.kit.text.Words;
import java.util.List;

/** Trunks and how they are; they are files in {@code etc}. */
final class TrunkSection extends Div {
    private static final String PID = "io.patchbay.channel.voice.trunk-";

    TrunkSection(VoiceAdmin admin, Words words) {
        addClassName("vot");
        List<ChannelAccount> trunks = admin.trunks();
        if (trunks.isEmpty()) {
            add(Vacant.page(words.get("trunks.none"), words.get("trunks.help")));
            return;
        }
        Table table = new Table(words.get("section.trunks"));
        table.column(words.get("trunk"), false)
                .column(words.get("trunk.state"), false)
                .column(words.get("trunk.reason"), false);
        for (ChannelAccount trunk : trunks) {
            boolean ours = !trunk.pid().startsWith(PID);
            String name = ours ? "" : trunk.pid().substring(PID.length());
            var row = table.row(List.of(
                    Table.cell(Shape.tag("b", "", ours ? words.get("trunk.ours") : name)),
                    Table.cell(Shape.badge(
                            tone(trunk.state()),
                            trunk.state() == ChannelAccount.State.UP ? "check" : "alert",
                            words.get("state." + trunk.state().wire()))),
                    Table.cell(trunk.reason().isEmpty() ? "–" : trunk.reason())));
            row.getElement().setAttribute("data-testid", ours ? "sip" : "trunk-" + name);
        }
        add(Shape.tag("section", "card", table), Shape.text("s t2", words.get("trunks.help")));
    }

    private static String tone(ChannelAccount.State state) {
        return switch (state) {
            case UP -> "ok";
            case CONNECTING -> "wa";
            case REFUSED, DOWN -> "er";
        };
    }
}
