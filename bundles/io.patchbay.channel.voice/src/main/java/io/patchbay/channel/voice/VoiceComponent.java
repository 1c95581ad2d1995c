// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice;

import io.patchbay.api.call.LiveCalls;
import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.command.Problem;
import io.patchbay.api.content.ContentVault;
import io.patchbay.api.health.HealthPart;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.ChannelKey;
import io.patchbay.api.id.WorkKind;
import io.patchbay.api.interaction.Interactions;
import io.patchbay.api.journal.Journal;
import io.patchbay.api.journal.JournalEntry;
import io.patchbay.api.people.People;
import io.patchbay.api.queue.Queues;
import io.patchbay.api.watch.Watch;
import io.patchbay.channel.voice.api.VoiceCommand;
import io.patchbay.channel.voice.call.Calls;
import io.patchbay.channel.voice.prompt.PromptBook;
import io.patchbay.channel.voice.settings.VoiceHandler;
import io.patchbay.channel.voice.store.VoiceTables;
import io.patchbay.media.engine.Parking;
import io.patchbay.spi.channel.Channel;
import io.patchbay.spi.channel.ChannelAccount;
import io.patchbay.spi.channel.Intake;
import io.patchbay.spi.channel.OutboundCalls;
import io.patchbay.spi.verification.Verifier;
import io.patchbay.store.Home;
import io.patchbay.store.Outbox;
import io.patchbay.store.Transactions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.ComponentConstants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.FieldOption;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Voice as services. A changed configuration counts for the next call; addresses and ports for the next start. When its
 * bundle is exchanged, running calls go on; when Patchbay stops, they have {@code drainSeconds} to end. It waits for
 * its configuration, for what acts only at a start must be there then; deleting the file takes voice away.
 */
@Component(
        service = {Channel.class, HealthPart.class, VoiceComponent.class},
        immediate = true,
        configurationPid = "io.patchbay.channel.voice",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = VoiceConfig.class)
public final class VoiceComponent implements Channel, HealthPart, VoiceHandler.Door {
    private static final Logger log = LoggerFactory.getLogger(VoiceComponent.class);
    private static final Duration AGAIN = Duration.ofSeconds(5);

    private final BundleContext context;
    private final Interactions interactions;
    private final Home home;
    private final VoiceNode node;
    private final Watch records;
    private final TrunkLines trunkLines;
    private final List<Consumer<LiveCalls.Change>> watchers = new CopyOnWriteArrayList<>();
    private final ExecutorService disk = new ThreadPoolExecutor(
            1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> new Thread(work, "patchbay-voice-disk-1"));

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            fieldOption = FieldOption.REPLACE)
    private volatile List<Verifier> verifiers = List.of();

    private volatile Duration drain;
    private volatile Set<String> allowedOrigins;
    private volatile String closed = "opening";

    @Activate
    public VoiceComponent(
            BundleContext context,
            VoiceConfig config,
            @Reference Intake intake,
            @Reference Interactions interactions,
            @Reference Queues queues,
            @Reference People people,
            @Reference Journal journal,
            @Reference ContentVault vault,
            @Reference Home home,
            @Reference Parking parking,
            @Reference(target = "(osgi.unit.name=voice)") Transactions transactions,
            @Reference Outbox outbox) {
        this.context = context;
        this.interactions = interactions;
        this.home = home;
        VoiceSetup setup = VoiceSetup.of(config, home.keys());
        drain = setup.drain();
        allowedOrigins = setup.allowedOrigins();
        node = new VoiceNode(new VoiceNode.Parts(
                setup,
                intake,
                interactions,
                queues,
                people,
                journal,
                () -> verifiers,
                vault,
                new VoiceTables(transactions, outbox),
                new PromptBook(
                        home.etc().resolve("prompts"),
                        path -> getClass().getClassLoader().getResource(path)),
                home.recordings(),
                parking,
                disk,
                change -> watchers.forEach(watcher -> watcher.accept(change)),
                InstantSource.system()));
        node.secure().limit(Duration.ofSeconds(config.securePauseSeconds()));
        trunkLines = new TrunkLines(node);
        records = journal.follow("voice-people", journal.head(), this::recordsChanged);
        open();
    }

    /** A port that is in use is tried again: whoever has it may go. */
    private void open() {
        try {
            node.open(InstantSource.system());
            closed = "";
            trunkLines.register();
        } catch (IllegalStateException e) {
            if (!e.getMessage().equals(closed)) {
                log.error("No telephone calls: {}", e.getMessage());
            }
            closed = e.getMessage();
            node.lanes().later(AGAIN, () -> disk.execute(this::open));
        }
    }

    @Modified
    void modified(VoiceConfig changed) {
        VoiceSetup setup = VoiceSetup.of(changed, home.keys());
        drain = setup.drain();
        allowedOrigins = setup.allowedOrigins();
        node.change(setup.said());
        node.secure().limit(Duration.ofSeconds(changed.securePauseSeconds()));
    }

    /**
     * A bundle that is exchanged, ours or SIP's, hands its calls over to the next; when all stops, or voice is taken
     * away by its file, there is none.
     */
    @Deactivate
    void close(int reason) {
        records.close();
        if (comesAgain(reason)) {
            node.handOver();
        } else {
            node.close(drain);
        }
        disk.shutdown();
    }

    private boolean comesAgain(int reason) {
        return context.getBundle(0).getState() != Bundle.STOPPING
                && (reason == ComponentConstants.DEACTIVATION_REASON_BUNDLE_STOPPED
                        || reason == ComponentConstants.DEACTIVATION_REASON_REFERENCE
                        || reason == ComponentConstants.DEACTIVATION_REASON_CONFIGURATION_MODIFIED);
    }

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void addTrunk(TrunkComponent trunk) {
        trunkLines.add(trunk.trunk());
    }

    void removeTrunk(TrunkComponent trunk) {
        trunkLines.remove(trunk.trunk());
    }

    private void recordsChanged(List<JournalEntry> entries) {
        entries.stream().filter(entry -> entry.type().equals("person.saved")).forEach(entry -> {
            node.extensions().read();
            node.phones().changed(new AgentId((String) entry.body().get("user")));
        });
    }

    // ---- channel ----

    @Override
    public ChannelKey key() {
        return Calls.CHANNEL;
    }

    @Override
    public WorkKind kind() {
        return Calls.KIND;
    }

    @Override
    public String name(Locale locale) {
        return locale.getLanguage().equals("zh") ? "电话" : "Phone";
    }

    @Override
    public List<ChannelAccount> accounts() {
        List<ChannelAccount> accounts = new ArrayList<>();
        String reason = closed;
        accounts.add(new ChannelAccount(
                "io.patchbay.channel.voice",
                reason.isEmpty() ? ChannelAccount.State.UP : ChannelAccount.State.DOWN,
                reason));
        accounts.addAll(trunkLines.accounts());
        return accounts;
    }

    @Override
    public Optional<OutboundCalls> outbound() {
        return closed.isEmpty() && !node.draining() ? Optional.of(node.calls()) : Optional.empty();
    }

    @Override
    public int live() {
        return node.calls().count();
    }

    @Override
    public void drain(boolean now) {
        node.draining(now);
    }

    @Override
    public void end(String reason) {
        node.calls().endAll(reason);
    }

    // ---- commands ----

    @Override
    public Executor worker() {
        return disk;
    }

    @Override
    public CommandResult carryOut(Actor actor, VoiceCommand command, String key) {
        if (command instanceof VoiceCommand.Drain wish) {
            node.draining(true);
            log.info("{} lets voice run dry{}", actor.text(), wish.end() ? " and ends all calls" : "");
            if (wish.end()) {
                node.calls().endAll("ended by an administrator");
            }
            return new CommandResult.Done(Map.of("calls", node.calls().count()));
        } else if (command instanceof VoiceCommand.Open) {
            node.draining(false);
            return new CommandResult.Done();
        }
        CommandResult result = node.book().carryOut(actor, command, key);
        node.extensions().agents().forEach(node.phones()::changed);
        return result;
    }

    VoiceNode node() {
        return node;
    }

    /** Whose pages' phones may come. */
    Set<String> allowedOrigins() {
        return allowedOrigins;
    }

    Interactions interactions() {
        return interactions;
    }

    Watch watch(Consumer<LiveCalls.Change> changed) {
        watchers.add(changed);
        return () -> watchers.remove(changed);
    }

    @Override
    public List<Health> lines() {
        return List.of(health(), recorder());
    }

    private Health recorder() {
        return node.recorder().failing()
                ? new Health(
                        "recorder",
                        Level.DEGRADED,
                        Optional.of(Problem.of(
                                "recorder-failing",
                                "Recordings cannot be written; calls go on without. Check the disk of the folder recordings"
                                        + " and its rights; the log names the first fault.",
                                "录音无法写入，通话继续但不再录音。请检查 recordings 文件夹所在磁盘及权限，日志中有最初的错误。")))
                : new Health("recorder", Level.UP, Optional.empty());
    }

    @Override
    public Health health() {
        return closed.isEmpty()
                ? new Health("voice", Level.UP, Optional.empty())
                : new Health(
                        "voice",
                        Level.DEGRADED,
                        Optional.of(Problem.of(
                                "voice-closed",
                                "No telephone calls: {0}. It is tried again every 5 s.",
                                "电话不可用：{0}。每 5 秒重试一次。",
                                closed)));
    }
}
