// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.admin;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import io.patchbay.api.access.Permissions;
import io.patchbay.flow.api.Lists;
import io.patchbay.ui.admin.queue.MatrixSection;
import io.patchbay.ui.admin.queue.Pulse;
import io.patchbay.ui.kit.part.Tabs;
import io.patchbay.ui.kit.part.Vacant;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.FollowsAddress;
import io.patchbay.ui.kit.view.Place;
import io.patchbay.ui.kit.view.ViewContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code /admin/SECTION/THING}: people, units, roles, reviews, queues, skills, codes. */
final class AdminView extends Div implements FollowsAddress {
    private final Settings settings;
    private final ViewContext context;
    private final Words words;
    private final Tabs tabs;
    private final Div body = new Div();
    private final Pulse pulse = new Pulse();

    AdminView(Settings settings, ViewContext context) {
        this.settings = settings;
        this.context = context;
        words = Words.of(AdminView.class, context.locale());
        tabs = new Tabs("admin", words.get("title"), key -> words.get("section." + key));
        addClassNames("view", "adw");
        body.getStyle().set("min-height", "0");
        add(tabs, body);
        context.every(Duration.ofSeconds(2), pulse::beat);
    }

    private List<String> sections() {
        List<String> sections = new ArrayList<>();
        if (context.scope().may(Permissions.PEOPLE)) {
            sections.addAll(List.of("people", "units", "roles", "terms"));
        }
        if (context.scope().may(Permissions.PEOPLE)
                || context.scope().may(Permissions.REVIEW_FIRST)
                || context.scope().may(Permissions.REVIEW_FINAL)) {
            sections.add("approvals");
        }
        if (context.scope().may(Permissions.ROUTING)) {
            sections.addAll(List.of("queues", "skills", "matrix", "dispositions", "reasons", "tiers"));
        }
        if (context.scope().may(Lists.SEE)) {
            sections.add("lists");
        }
        return sections;
    }

    @Override
    public void show(Place place) {
        List<String> sections = sections();
        String section = place.segment(1).orElse(sections.get(0));
        tabs.show(sections, section);
        body.removeAll();
        pulse.rest();
        context.frame(new Div(), new Div());
        if (!sections.contains(section)) {
            body.add(Vacant.page(words.get("missing.title"), words.get("missing.words")));
            return;
        }
        context.crumb(words.get("section." + section));
        body.add(open(section, place.segment(2)));
    }

    private Component open(String section, Optional<String> thing) {
        return switch (section) {
            case "people" -> new PeopleSection(settings, context, words, thing).section();
            case "units" -> new UnitSection(settings, context, words, thing).section();
            case "roles" -> new RoleSection(settings, context, words, thing).section();
            case "terms" -> new TermSection(settings, context, words, thing).section();
            case "approvals" -> new ApprovalSection(settings, context, words, thing).section();
            case "queues" -> new QueueSection(settings, context, words, pulse, thing).section();
            case "matrix" -> new MatrixSection(settings.editor(), context).section();
            case "skills" -> new SkillSection(settings, context, words, thing).section();
            case "lists" -> new ListSection(settings, context, words, thing).section();
            case "tiers" -> new TierSection(settings, context, words, thing).section();
            case "dispositions" -> new CodeSection(
                            settings, context, words, thing, io.patchbay.api.queue.Code.Use.DISPOSITION)
                    .section();
            default -> new CodeSection(settings, context, words, thing, io.patchbay.api.queue.Code.Use.NOT_READY)
                    .section();
        };
    }
}
