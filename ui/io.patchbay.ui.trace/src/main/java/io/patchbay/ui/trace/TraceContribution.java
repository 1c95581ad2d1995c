// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.trace;

import com.vaadin.flow.component.Component;
import io.patchbay.api.people.People;
import io.patchbay.spi.event.Declarations;
import io.patchbay.trace.api.Exports;
import io.patchbay.trace.api.Trace;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.ViewContext;
import io.patchbay.ui.kit.view.ViewContribution;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Brings the trace of acts to the console. */
@org.osgi.service.component.annotations.Component(service = ViewContribution.class)
public final class TraceContribution implements ViewContribution {
    private final Sources sources;
    private final AtomicReference<Trace> trace = new AtomicReference<>();
    private final AtomicReference<Exports> exports = new AtomicReference<>();
    private final List<Declarations> declarations = new CopyOnWriteArrayList<>();

    @Activate
    public TraceContribution(@Reference People people) {
        sources = new Sources(trace, exports, people, declarations);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void setTrace(Trace came) {
        trace.set(came);
    }

    void unsetTrace(Trace gone) {
        trace.compareAndSet(gone, null);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void setExports(Exports came) {
        exports.set(came);
    }

    void unsetExports(Exports gone) {
        exports.compareAndSet(gone, null);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addDeclarations(Declarations declared) {
        declarations.add(declared);
    }

    void removeDeclarations(Declarations declared) {
        declarations.remove(declared);
    }

    @Override
    public String path() {
        return "audit";
    }

    @Override
    public String title(Locale locale) {
        return Words.of(TraceContribution.class, locale).get("title");
    }

    @Override
    public String icon() {
        return "shieldok";
    }

    @Override
    public int order() {
        return 940;
    }

    @Override
    public boolean sensitive() {
        return true;
    }

    @Override
    public Set<String> permissions() {
        return Set.of(Trace.SEE);
    }

    @Override
    public Component create(ViewContext context) {
        return new TraceView(sources, context);
    }
}
