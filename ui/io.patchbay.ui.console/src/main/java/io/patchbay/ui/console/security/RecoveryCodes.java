// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.security;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import io.patchbay.ui.kit.part.Press;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.text.Words;
import java.util.List;

/** Recovery codes, shown this once. */
final class RecoveryCodes extends Div {
    RecoveryCodes(Words words, List<?> codes, Runnable kept) {
        addClassNames("col", "totp");
        HtmlContainer list = Shape.tag("ol", "codes mono");
        codes.forEach(code -> list.add(Shape.tag("li", "", code.toString())));
        list.getElement()
                .setAttribute("data-testid", "recovery-codes")
                .setAttribute("aria-label", words.get("totp.codes"));
        Press go = new Press("btn p l wide", words.get("totp.kept"))
                .test("recovery-kept")
                .does(kept);
        add(
                Shape.tag("h3", "", words.get("totp.codes")),
                Shape.tip("wa", "alert", words.get("totp.codesWhy")),
                list,
                go);
    }
}
