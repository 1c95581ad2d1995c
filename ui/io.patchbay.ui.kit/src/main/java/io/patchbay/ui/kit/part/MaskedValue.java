// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.kit.part;

import com.vaadin.flow.component.html.Span;
import io.patchbay.api.access.Permissions;
import io.patchbay.api.access.Scope;
import io.patchbay.api.address.Address;
import io.patchbay.ui.kit.text.Masks;

/**
 * An address with its middle hidden; with the right, an eye shows it for 30 s. The whole value reaches the page only
 * then.
 */
public final class MaskedValue extends Span {
    private static final int SHOWN_MILLIS = 30_000;

    private final Span value = Shape.line("num nb");
    private boolean open;

    /**
     * A masked address.
     *
     * @param address which
     * @param scope of the reader
     * @param reveal the eye's name
     */
    public MaskedValue(Address address, Scope scope, String reveal) {
        addClassNames("row", "g1");
        value.setText(Masks.masked(address));
        add(value);
        if (scope.may(Permissions.UNMASKED) && !Masks.masked(address).equals(Masks.shown(address))) {
            Press eye = new Press("btn q io xs", "").icon("eye b14").named(reveal);
            eye.does(() -> show(address, !open));
            add(eye);
            getElement().addEventListener("pb-hide", gone -> show(address, false));
        }
    }

    private void show(Address address, boolean whole) {
        open = whole;
        value.setText(whole ? Masks.shown(address) : Masks.masked(address));
        if (whole) {
            getElement().executeJs("setTimeout(() => this.dispatchEvent(new Event('pb-hide')), $0)", SHOWN_MILLIS);
        }
    }
}
