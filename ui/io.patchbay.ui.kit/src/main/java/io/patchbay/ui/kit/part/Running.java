// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.kit.part;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.dom.Element;
import java.time.Instant;

/** Times that run in the browser by themselves, by the server's clock. */
public final class Running extends Component {
    private Running(String tag) {
        super(new Element(tag));
        getElement().getClassList().add("num");
    }

    /**
     * How long it is since a moment: 4:12.
     *
     * @param since the moment
     * @return the time
     */
    public static Running since(Instant since) {
        return time("since", since, "short");
    }

    /**
     * How long it is since a moment, with a leading zero: 04:12.
     *
     * @param since the moment
     * @return the time
     */
    public static Running clock(Instant since) {
        return time("since", since, "clock");
    }

    /**
     * How long it is since a moment, in one unit: 22 s.
     *
     * @param since the moment
     * @return the time
     */
    public static Running age(Instant since) {
        return time("since", since, "age");
    }

    /**
     * How long it is until a moment: 0:48.
     *
     * @param until the moment
     * @return the time
     */
    public static Running until(Instant until) {
        return time("until", until, "short");
    }

    /**
     * How long it is until a moment, in one unit: 11 s.
     *
     * @param until the moment
     * @return the time
     */
    public static Running ageUntil(Instant until) {
        return time("until", until, "age");
    }

    /**
     * A thin bar that empties.
     *
     * @param from when it is full
     * @param until when it is empty
     * @return the bar
     */
    public static Running slot(Instant from, Instant until) {
        return span("pb-slot", from, until);
    }

    /**
     * A ring that empties, with the seconds left in it.
     *
     * @param from when it is full
     * @param until when it is empty
     * @return the ring
     */
    public static Running ring(Instant from, Instant until) {
        return span("pb-ring", from, until);
    }

    private static Running time(String attribute, Instant at, String form) {
        Running time = new Running("pb-time");
        time.getElement().setAttribute("form", form).setAttribute(attribute, String.valueOf(at.toEpochMilli()));
        return time;
    }

    private static Running span(String tag, Instant from, Instant until) {
        Running span = new Running(tag);
        span.getElement()
                .setAttribute("from", String.valueOf(from.toEpochMilli()))
                .setAttribute("until", String.valueOf(until.toEpochMilli()));
        return span;
    }
}
