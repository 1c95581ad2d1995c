// SPDX-License-Identifier: Apache-2.0
package io.patchbay.retention;

import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.content.ContentOwner;
import io.patchbay.api.content.ContentOwner.Kind;
import io.patchbay.retention.api.RetentionCommand;
import io.patchbay.retention.api.RetentionCommand.PlaceHold;
import io.patchbay.spi.command.CommandHandler;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code retention.hold}: keeps a customer, a contact or a conversation from being erased. */
@Component(service = CommandHandler.class)
public final class PlaceHoldHandler implements CommandHandler<PlaceHold> {
    private final RetentionComponent retention;

    @Activate
    public PlaceHoldHandler(@Reference RetentionComponent retention) {
        this.retention = retention;
    }

    @Override
    public Class<PlaceHold> type() {
        return PlaceHold.class;
    }

    @Override
    public String name() {
        return "retention.hold";
    }

    @Override
    public String permission() {
        return RetentionCommand.HOLD;
    }

    @Override
    public PlaceHold read(Map<String, Object> body) {
        Given given = new Given(body);
        return new PlaceHold(
                subject(given),
                given.text("case"),
                given.text("reason"),
                given.maybe("until").map(Instant::parse));
    }

    private static ContentOwner subject(Given given) {
        List<ContentOwner> named = Stream.of(Kind.CUSTOMER, Kind.INTERACTION, Kind.CONVERSATION)
                .flatMap(kind -> given
                        .maybe(kind.name().toLowerCase(Locale.ROOT))
                        .map(id -> new ContentOwner(kind, UUID.fromString(id)))
                        .stream())
                .toList();
        if (named.size() != 1) {
            throw new IllegalArgumentException("name one of \"customer\", \"interaction\", \"conversation\"");
        }
        return named.get(0);
    }

    @Override
    public CompletionStage<CommandResult> handle(Actor actor, PlaceHold command, String key) {
        return CompletableFuture.supplyAsync(() -> retention.desk().place(actor, command, key), retention.worker());
    }
}
