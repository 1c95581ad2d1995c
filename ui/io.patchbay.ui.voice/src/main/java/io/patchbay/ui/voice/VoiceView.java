// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.voice;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import io.patchbay.api.access.Permissions;
import io.patchbay.api.access.Scope;
import io.patchbay.api.call.FrequentNumbers;
import io.patchbay.channel.voice.api.VoiceCommand;
import io.patchbay.channel.voice.api.VoiceSettings;
import io.patchbay.ui.kit.part.Tabs;
import io.patchbay.ui.kit.part.Vacant;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.FollowsAddress;
import io.patchbay.ui.kit.view.Place;
import io.patchbay.ui.kit.view.ViewContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code /channels/SECTION/THING}: numbers, phones, frequent numbers, trunks. */
final class VoiceView extends Div implements FollowsAddress {
    private final VoiceAdmin admin;
    private final ViewContext context;
    private final Words words;
    private final Tabs tabs;
    private final Div body = new Div();

    VoiceView(VoiceAdmin admin, ViewContext context) {
        this.admin = admin;
        this.context = context;
        words = Words.of(VoiceView.class, context.locale());
        tabs = new Tabs("channels", words.get("title"), key -> words.get("section." + key));
        addClassNames("view", "adw", "vow");
        body.getStyle().set("min-height", "0");
        context.frame(new Div(), new Div());
        add(new Div(new DrainBar(admin, context, words), tabs), body);
    }

    private List<String> sections() {
        Scope scope = context.scope();
        List<String> sections = new ArrayList<>();
        if (scope.may(VoiceCommand.PERMISSION)) {
            sections.addAll(List.of("numbers", "phones"));
        }
        if (scope.may(FrequentNumbers.EDIT)) {
            sections.add("frequent");
        }
        if (scope.may(VoiceCommand.PERMISSION) || scope.may(Permissions.OPERATE)) {
            sections.add("trunks");
        }
        return sections;
    }

    @Override
    public void show(Place place) {
        List<String> sections = sections();
        String section = place.segment(1).orElse(sections.get(0));
        tabs.show(sections, section);
        body.removeAll();
        Optional<VoiceSettings> voice = admin.voice().get();
        if (!sections.contains(section)) {
            body.add(Vacant.page(words.get("missing.title"), words.get("missing.words")));
            return;
        }
        context.crumb(words.get("section." + section));
        if (voice.isEmpty()) {
            body.add(Vacant.page(words.get("away.title"), words.get("away.words")));
        } else {
            body.add(open(section, voice.get(), place.segment(2).orElse("")));
        }
    }

    private Component open(String section, VoiceSettings voice, String thing) {
        return switch (section) {
            case "numbers" -> new NumberSection(admin, voice, context, words).section(thing);
            case "frequent" -> new FrequentSection(admin, context, words).section(thing);
            case "phones" -> new PhoneSection(admin, voice, context, words).section(thing);
            default -> new TrunkSection(admin, words);
        };
    }
}
