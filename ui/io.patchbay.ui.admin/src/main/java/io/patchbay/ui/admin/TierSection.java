// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.admin;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import io.patchbay.api.command.Command;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.queue.QueueSettings;
import io.patchbay.flow.api.TierCommand;
import io.patchbay.flow.api.TierRule;
import io.patchbay.ui.kit.form.EditForm;
import io.patchbay.ui.kit.form.ListAndForm;
import io.patchbay.ui.kit.form.ListAndForm.Item;
import io.patchbay.ui.kit.part.Vacant;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.ViewContext;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What customers of each tier, unit, area or language are given. */
final class TierSection {
    private final Settings settings;
    private final ViewContext context;
    private final Words words;
    private final String chosen;

    TierSection(Settings settings, ViewContext context, Words words, Optional<String> thing) {
        this.settings = settings;
        this.context = context;
        this.words = words;
        this.chosen = thing.orElse("");
    }

    Component section() {
        List<TierRule> rules = settings.tiers().rules();
        List<Item> items = rules.stream()
                .map(one -> new Item(one.id(), one.id(), detail(one), "star", false))
                .toList();
        ListAndForm view = new ListAndForm("admin/tiers", words.get("section.tiers"), items, chosen, context);
        Optional<TierRule> rule =
                rules.stream().filter(one -> one.id().equals(chosen)).findFirst();
        boolean create = chosen.equals(ListAndForm.NEW);
        view.form(create || rule.isPresent() ? form(rule) : Vacant.page(words.get("choose"), ""));
        return view;
    }

    private String detail(TierRule rule) {
        return rule.gives().credit() > 0
                ? words.get("tier.minutes", String.valueOf(rule.gives().credit()))
                : rule.gives().queue().map(QueueId::value).orElse("");
    }

    private Component form(Optional<TierRule> rule) {
        Inputs inputs = new Inputs(words);
        EditForm form = new EditForm(rule.map(TierRule::id).orElse(words.get("tier.new")), "", context);
        TextField id =
                form.field("id", inputs.id("tier.id", rule.map(TierRule::id).orElse("")));
        IntegerField order = form.field(
                "order", inputs.number("tier.order", rule.map(TierRule::order).orElse(100), 0, 999));
        TextField tiers = many(form, "tiers", rule, fits -> fits.tiers());
        TextField units = many(form, "units", rule, fits -> fits.units());
        TextField areas = many(form, "areas", rule, fits -> fits.areas());
        TextField languages = many(form, "languages", rule, fits -> fits.languages());
        TextField queues = many(form, "queues", rule, fits -> fits.queues());
        IntegerField credit = form.field(
                "credit",
                inputs.number(
                        "tier.credit", rule.map(one -> one.gives().credit()).orElse(0), 0, 120));
        Select<QueueSettings> queue = form.field("queue", queue(rule));
        Checkbox officer = new Checkbox(
                words.get("tier.officer"),
                rule.map(one -> one.gives().officer()).orElse(false));
        form.section(words.get("tier.what"), "g2", id, order);
        form.section(words.get("tier.fits"), "g2", tiers, units, areas, languages, queues);
        form.section(words.get("tier.gives"), "g3c", credit, queue, officer);
        form.saves(() -> "admin/tiers/" + id.getValue(), () -> {
            if (!id.getValue().matches("[a-z0-9][a-z0-9-]{0,63}")) {
                form.wrong("id", words.get("id.help"));
                return Optional.empty();
            } else if (!Inputs.right(order) || !Inputs.right(credit)) {
                form.wrong(Inputs.right(order) ? "credit" : "order", words.get("needed"));
                return Optional.empty();
            }
            TierRule.Gives gives;
            TierRule.Fits fits;
            try {
                fits = new TierRule.Fits(
                        set(tiers, Function.identity()),
                        set(units, UnitId::new),
                        set(areas, Function.identity()),
                        set(languages, Function.identity()),
                        set(queues, QueueId::new));
            } catch (IllegalArgumentException e) {
                form.wrong("tiers", words.get("tier.fits.wrong"));
                return Optional.empty();
            }
            try {
                gives = new TierRule.Gives(
                        credit.getValue(),
                        Optional.ofNullable(queue.getValue()).map(QueueSettings::id),
                        officer.getValue());
            } catch (IllegalArgumentException e) {
                form.wrong("credit", words.get("tier.gives.wrong"));
                return Optional.empty();
            }
            return Optional.<Command>of(
                    new TierCommand.SaveTier(new TierRule(id.getValue(), order.getValue(), fits, gives)));
        });
        rule.ifPresent(one -> form.removes(one.id(), new TierCommand.RemoveTier(one.id()), "admin/tiers"));
        return form;
    }

    private TextField many(EditForm form, String word, Optional<TierRule> rule, Function<TierRule.Fits, Set<?>> of) {
        TreeSet<String> values = new TreeSet<>();
        rule.map(TierRule::fits).map(of).ifPresent(set -> set.forEach(one -> values.add(one.toString())));
        TextField field = form.field(word, new Inputs(words).text("tier." + word, String.join(", ", values), 400));
        field.setHelperText(words.get("tier." + word + ".help"));
        return field;
    }

    private Select<QueueSettings> queue(Optional<TierRule> rule) {
        List<QueueSettings> all = settings.queues().queues(context.scope());
        Select<QueueSettings> select = new Select<>();
        select.setLabel(words.get("tier.queue"));
        select.setItems(all);
        select.setItemLabelGenerator(one -> one == null ? words.get("tier.queue.none") : one.name());
        select.setEmptySelectionAllowed(true);
        select.setEmptySelectionCaption(words.get("tier.queue.none"));
        select.setWidthFull();
        rule.flatMap(one -> one.gives().queue())
                .flatMap(id -> all.stream().filter(one -> one.id().equals(id)).findFirst())
                .ifPresent(select::setValue);
        return select;
    }

    private static <T> Set<T> set(TextField field, Function<String, T> reads) {
        return Arrays.stream(field.getValue().split("[,，、\\s]+"))
                .filter(one -> !one.isEmpty())
                .map(reads)
                .collect(Collectors.toSet());
    }
}
