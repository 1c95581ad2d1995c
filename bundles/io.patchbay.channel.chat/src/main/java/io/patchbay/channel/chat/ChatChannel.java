// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.chat;

import io.patchbay.api.access.Scope;
import io.patchbay.api.content.ContentVault;
import io.patchbay.api.id.ChannelKey;
import io.patchbay.api.id.ConversationId;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.id.WorkKind;
import io.patchbay.api.interaction.Interactions;
import io.patchbay.api.queue.QueueSettings;
import io.patchbay.api.queue.Queues;
import io.patchbay.api.settings.Parameters;
import io.patchbay.settings.api.Calendars;
import io.patchbay.spi.channel.Arrival;
import io.patchbay.spi.channel.Channel;
import io.patchbay.spi.channel.ChannelAccount;
import io.patchbay.spi.channel.Intake;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** The web chat: its visitors, kept over their sockets. A changed configuration counts for the next frame. */
@Component(
        service = {Channel.class, ChatChannel.class},
        configurationPid = "io.patchbay.channel.chat")
@Designate(ocd = ChatConfig.class)
public final class ChatChannel implements Channel {
    static final ChannelKey KEY = new ChannelKey("chat");
    static final WorkKind KIND = new WorkKind("chat");

    /** Of RFC 6455's registry. */
    private static final int SERVICE_RESTART = 1012;

    private final Intake intake;
    private final Interactions interactions;
    private final SessionTokens tokens;
    private final Greeting greeting;
    private final Map<ConversationId, Visitor> visitors = new ConcurrentHashMap<>();
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    private final ScheduledThreadPoolExecutor timer =
            new ScheduledThreadPoolExecutor(1, work -> new Thread(work, "patchbay-chat-1"), (work, pool) -> {});
    private volatile ChatSettings settings;

    @Activate
    public ChatChannel(
            ChatConfig config,
            @Reference Intake intake,
            @Reference Interactions interactions,
            @Reference ContentVault vault,
            @Reference Parameters parameters,
            @Reference Calendars calendars,
            @Reference Queues queues) {
        this(
                ChatSettings.of(config),
                intake,
                interactions,
                vault,
                new Greeting(parameters, Optional.of(calendars), id -> queues.queue(Scope.system(), id)
                        .map(QueueSettings::unit)
                        .orElse(UnitId.ROOT)));
    }

    ChatChannel(
            ChatSettings settings, Intake intake, Interactions interactions, ContentVault vault, Greeting greeting) {
        this.greeting = greeting;
        this.settings = settings;
        this.intake = intake;
        this.interactions = interactions;
        this.tokens = new SessionTokens(vault);
        intake.open(KEY).forEach(open -> {
            Visitor visitor =
                    visitor(open.conversation(), new Arrival.About(Optional.empty(), Optional.empty(), "zh-CN"));
            visitor.goOn(open.id());
            leaveLater(open.conversation(), visitor);
        });
    }

    @Modified
    void modified(ChatConfig changed) {
        settings = ChatSettings.of(changed);
    }

    /** Sockets would outlive the bundle: their visitors come back with their sessions when it is there again. */
    @Deactivate
    void close() {
        timer.shutdownNow();
        connections.forEach(connection -> connection.close(SERVICE_RESTART, "the chat goes out of service"));
    }

    void opened(Connection connection) {
        connections.add(connection);
    }

    void closed(Connection connection) {
        connections.remove(connection);
    }

    ChatSettings settings() {
        return settings;
    }

    /** What a new visitor of a queue reads first. */
    Optional<String> greeting(String queue, boolean chinese, Instant now) {
        return greeting.words(queue.isEmpty() ? settings.queue() : new QueueId(queue), chinese, now);
    }

    SessionTokens tokens() {
        return tokens;
    }

    Visitor visitor(ConversationId conversation, Arrival.About about) {
        return visitors.computeIfAbsent(conversation, key -> new Visitor(key, about, intake, interactions));
    }

    /** A visitor has no socket: unless he comes back in time, he has left. */
    void leaveLater(ConversationId conversation, Visitor visitor) {
        var unused = timer.schedule(
                () -> leave(conversation, visitor), settings.grace().toMillis(), TimeUnit.MILLISECONDS);
    }

    private void leave(ConversationId conversation, Visitor visitor) {
        if (visitor.away()) {
            if (visitor.hasInteraction()) {
                visitor.leave("lost");
            }
            visitors.remove(conversation, visitor);
        }
    }

    @Override
    public ChannelKey key() {
        return KEY;
    }

    @Override
    public WorkKind kind() {
        return KIND;
    }

    @Override
    public String name(Locale locale) {
        return locale.getLanguage().equals("zh") ? "网页" : "Web chat";
    }

    @Override
    public List<ChannelAccount> accounts() {
        return List.of(new ChannelAccount("io.patchbay.channel.chat", ChannelAccount.State.UP, ""));
    }
}
