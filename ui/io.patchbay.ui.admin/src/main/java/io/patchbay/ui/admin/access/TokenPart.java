// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.admin.access;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.signin.ServiceAccount;
import io.patchbay.api.signin.ServiceAccount.Token;
import io.patchbay.api.signin.SignInCommand;
import io.patchbay.spi.event.PermissionType;
import io.patchbay.ui.kit.part.Press;
import io.patchbay.ui.kit.part.Shape;
import io.patchbay.ui.kit.part.Table;
import io.patchbay.ui.kit.part.Vacant;
import io.patchbay.ui.kit.text.Formats;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.ViewContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The tokens of one service account: made, shown once, revoked. */
final class TokenPart extends Div {
    private final Access access;
    private final ViewContext context;
    private final Words words;
    private final ServiceAccount account;
    private final Formats formats;
    private final Div list = Shape.box("");
    private final Div message = Shape.box("");
    private final TextField name;
    private final MultiSelectComboBox<PermissionType> permissions;
    private final TextField sources;
    private final TextField days;

    TokenPart(Access access, ViewContext context, Words words, ServiceAccount account) {
        this.access = access;
        this.context = context;
        this.words = words;
        this.account = account;
        formats = new Formats(context.locale(), context.zone());
        name = field("token.name", "token-name");
        permissions = permissions();
        sources = field("token.sources", "token-sources");
        sources.setHelperText(words.get("token.sources.help"));
        days = field("token.days", "token-days");
        days.setHelperText(words.get("token.days.help"));
        addClassNames("col", "tokens");
        message.getElement().setAttribute("role", "status").setAttribute("data-testid", "token-message");
        Press make = new Press("btn", words.get("token.make"))
                .icon("plus b14")
                .test("token-make")
                .does(this::make);
        add(list, message, Shape.box("g2", name, permissions, sources, days), Shape.box("row", make));
        show();
    }

    private TextField field(String key, String test) {
        TextField field = new TextField(words.get(key));
        field.setWidthFull();
        field.getElement().setAttribute("data-testid", test);
        return field;
    }

    /** Nobody gives what he does not hold. */
    private MultiSelectComboBox<PermissionType> permissions() {
        boolean chinese = context.locale().getLanguage().equals("zh");
        MultiSelectComboBox<PermissionType> box = new MultiSelectComboBox<>(words.get("token.permissions"));
        box.setItems(access.permissions().stream()
                .filter(type -> context.scope().may(type.key()))
                .toList());
        box.setItemLabelGenerator(type -> (chinese ? type.chinese() : type.english()) + " (" + type.key() + ")");
        box.setWidthFull();
        box.getElement().setAttribute("data-testid", "token-permissions");
        return box;
    }

    private void show() {
        list.removeAll();
        List<Token> tokens = access.security().services(context.scope()).stream()
                .filter(one -> one.user().equals(account.user()))
                .flatMap(one -> one.tokens().stream())
                .toList();
        if (tokens.isEmpty()) {
            list.add(Vacant.small(words.get("tokens.none")));
            return;
        }
        Table table = new Table(words.get("tokens"));
        List.of("token.name", "token.permissions", "token.sources", "token.ends", "used", "token.revoke")
                .forEach(key -> table.column(words.get(key), false));
        tokens.forEach(token -> table.row(cells(token)).getElement().setAttribute("data-testid", "token"));
        list.add(table);
    }

    private List<Component> cells(Token token) {
        Press revoke = new Press("btn s", words.get("token.revoke"))
                .test("token-revoke")
                .named(words.get("token.revokeNamed", token.name()))
                .does(() -> context.run(new SignInCommand.RevokeToken(account.user(), token.id()), this::told));
        return List.of(
                Table.cell(token.name()),
                Table.cell(token.permissions().stream().sorted().collect(Collectors.joining(", "))),
                Table.cell(
                        token.sources().isEmpty() ? words.get("token.everywhere") : String.join(", ", token.sources())),
                Table.cell(token.expiresAt().map(formats::dated).orElse(words.get("token.never"))),
                Table.cell(token.lastUsed().map(formats::dated).orElse("–")),
                Table.cell(revoke));
    }

    private void make() {
        boolean numbered = days.getValue().matches("[0-9]{0,4}");
        if (name.isEmpty() || permissions.isEmpty() || !numbered) {
            say("er", words.get("token.needed"));
            return;
        }
        Optional<Instant> end = Optional.of(days.getValue())
                .filter(typed -> !typed.isEmpty())
                .map(typed -> context.now().plus(Duration.ofDays(Long.parseLong(typed))));
        Set<String> keys =
                permissions.getValue().stream().map(PermissionType::key).collect(Collectors.toSet());
        List<String> from = Arrays.stream(sources.getValue().split("[\\s,]+"))
                .filter(one -> !one.isEmpty())
                .toList();
        context.run(new SignInCommand.MakeToken(account.user(), name.getValue().strip(), keys, from, end), this::told);
    }

    private void told(CommandResult result) {
        if (result instanceof CommandResult.Refused no) {
            say("er", no.problem().text(context.locale()));
        } else if (result instanceof CommandResult.Done done && done.result().containsKey(SignInCommand.TOKEN)) {
            message.removeAll();
            var secret = Shape.tag(
                    "code", "mono key", done.result().get(SignInCommand.TOKEN).toString());
            secret.getElement().setAttribute("data-testid", "token-secret");
            message.add(Shape.tip("wa", "alert", words.get("token.once")), Shape.box("totp", secret));
            name.clear();
        } else {
            say("ok", words.get("done"));
        }
        show();
    }

    private void say(String tone, String said) {
        message.removeAll();
        message.add(Shape.tip(tone, tone.equals("er") ? "alert" : "check", said));
    }
}
