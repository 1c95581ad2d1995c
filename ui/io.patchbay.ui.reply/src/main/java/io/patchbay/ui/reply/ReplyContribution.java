// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.reply;

import com.vaadin.flow.component.Component;
import io.patchbay.api.access.Permissions;
import io.patchbay.api.queue.Queues;
import io.patchbay.reply.api.CannedAnswer;
import io.patchbay.reply.api.CannedAnswers;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.ViewContext;
import io.patchbay.ui.kit.view.ViewContribution;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Brings the canned answers to the console; the view stays, empty, while their feature is away. */
@org.osgi.service.component.annotations.Component(service = ViewContribution.class)
public final class ReplyContribution implements ViewContribution {
    private final Queues queues;
    private final AtomicReference<CannedAnswers> answers = new AtomicReference<>();

    @Activate
    public ReplyContribution(@Reference Queues queues) {
        this.queues = queues;
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void setAnswers(CannedAnswers came) {
        answers.set(came);
    }

    public void unsetAnswers(CannedAnswers gone) {
        answers.compareAndSet(gone, null);
    }

    private List<CannedAnswer> all() {
        return Optional.ofNullable(answers.get()).map(CannedAnswers::all).orElse(List.of());
    }

    @Override
    public String path() {
        return "answers";
    }

    @Override
    public String title(Locale locale) {
        return Words.of(ReplyContribution.class, locale).get("title");
    }

    @Override
    public String icon() {
        return "bolt";
    }

    @Override
    public int order() {
        return 905;
    }

    @Override
    public Set<String> permissions() {
        return Set.of(Permissions.ROUTING);
    }

    @Override
    public Component create(ViewContext context) {
        return new ReplyView(this::all, queues, context);
    }
}
