// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.signin;

import com.vaadin.flow.component.html.Div;
import io.patchbay.ui.kit.part.Press;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.text.Words;
import java.util.List;
import java.util.function.Consumer;

/** With {@code --demo}: who can sign in, and with what. */
final class DemoAccounts extends Div {
    private static final List<String> AGENTS = List.of("alice", "bob", "carol", "david");
    private static final List<String> OTHERS = List.of("susan", "quentin", "admin");

    private DemoAccounts(Words words, Consumer<String> chosen) {
        addClassNames("tip", "pr", "dema");
        getElement().setAttribute("data-testid", "demo-accounts");
        Div lines = Shape.box("col g1", Shape.text("", words.get("signin.demo")));
        lines.add(
                line(words.get("signin.demoAgents"), AGENTS, chosen),
                line(words.get("signin.demoOthers"), OTHERS, chosen));
        add(Shape.icon("info"), lines);
    }

    /** Nothing without {@code --demo}. */
    static Div orNothing(Words words, Consumer<String> chosen) {
        return Boolean.getBoolean("patchbay.demo") ? new DemoAccounts(words, chosen) : Shape.box("");
    }

    private static Div line(String label, List<String> accounts, Consumer<String> chosen) {
        Div line = Shape.box("row g1", Shape.text("t2", label));
        accounts.forEach(account -> line.add(
                new Press("btn xs g", account).test("account-" + account).does(() -> chosen.accept(account))));
        return line;
    }
}
