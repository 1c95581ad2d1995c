// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice.settings;

import io.patchbay.api.access.Scope;
import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.command.CommandResult.Done;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.journal.Change;
import io.patchbay.api.journal.JournalDraft;
import io.patchbay.api.people.People;
import io.patchbay.api.people.Person;
import io.patchbay.api.queue.QueueSettings;
import io.patchbay.api.queue.Queues;
import io.patchbay.channel.voice.api.DialledNumber;
import io.patchbay.channel.voice.api.PhoneAccount;
import io.patchbay.channel.voice.api.VoiceCommand;
import io.patchbay.channel.voice.store.Phone;
import io.patchbay.channel.voice.store.VoiceTables;
import io.patchbay.sip.digest.DigestAlgorithm;
import io.patchbay.sip.digest.Ha1;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Our numbers and the phones' accounts: read from memory, changed in the tables, checked before. */
public final class VoiceBook {
    /** The realm of all phones. */
    public static final String REALM = "patchbay";

    private final VoiceTables tables;
    private final Queues queues;
    private final People people;
    private final Supplier<List<String>> greetings;
    private final InstantSource clock;
    private volatile Map<String, DialledNumber> numbers;
    private volatile Map<String, Phone> phones;
    private volatile Set<AgentId> answering;

    /** {@code greetings} are the names of the prompts there are. */
    public VoiceBook(
            VoiceTables tables, Queues queues, People people, Supplier<List<String>> greetings, InstantSource clock) {
        this.tables = tables;
        this.queues = queues;
        this.people = people;
        this.greetings = greetings;
        this.clock = clock;
        load();
    }

    private void load() {
        Map<String, DialledNumber> ours = new TreeMap<>();
        tables.numbers().forEach(number -> ours.put(number.number(), number));
        numbers = ours;
        Map<String, Phone> accounts = new TreeMap<>();
        tables.phones().forEach(phone -> accounts.put(phone.account().extension(), phone));
        phones = accounts;
        answering = tables.answering();
    }

    public List<DialledNumber> numbers() {
        return List.copyOf(numbers.values());
    }

    /** One of our numbers, with or without the plus it was dialled with. */
    public Optional<DialledNumber> number(String dialled) {
        return Optional.ofNullable(numbers.get(dialled))
                .or(() -> dialled.startsWith("+")
                        ? Optional.ofNullable(numbers.get(dialled.substring(1)))
                        : Optional.ofNullable(numbers.get("+" + dialled)));
    }

    public List<PhoneAccount> phones() {
        return phones.values().stream()
                .map(Phone::account)
                .sorted(Comparator.comparing(PhoneAccount::extension))
                .toList();
    }

    public Optional<PhoneAccount> phone(String extension) {
        return Optional.ofNullable(phones.get(extension)).map(Phone::account);
    }

    /** Whether an agent's phone answers by itself. */
    public boolean autoAnswers(AgentId agent) {
        return answering.contains(agent);
    }

    /** What proves a phone's password. */
    public Optional<Ha1> proof(String extension, DigestAlgorithm algorithm) {
        return Optional.ofNullable(phones.get(extension))
                .map(phone -> new Ha1(algorithm == DigestAlgorithm.MD5 ? phone.md5() : phone.sha256()));
    }

    /** Carries a command out; one at a time, so that checks hold until the change is committed. */
    public synchronized CommandResult carryOut(Actor actor, VoiceCommand command, String key) {
        CommandResult result = change(actor, command, key);
        load();
        return result;
    }

    private CommandResult change(Actor actor, VoiceCommand command, String key) {
        if (command instanceof VoiceCommand.SaveNumber save) {
            return save(actor, save.number(), key);
        } else if (command instanceof VoiceCommand.RemoveNumber remove) {
            if (!numbers.containsKey(remove.number())) {
                return Refusals.unknownNumber(remove.number());
            }
            tables.removeNumber(
                    remove.number(),
                    told(
                            actor,
                            "number.removed",
                            UnitId.ROOT,
                            Change.of(body(numbers.get(remove.number())), Map.of())
                                    .into(Map.of("number", remove.number())),
                            key));
        } else if (command instanceof VoiceCommand.SavePhone save) {
            return save(actor, save, key);
        } else if (command instanceof VoiceCommand.RemovePhone remove) {
            if (!phones.containsKey(remove.extension())) {
                return Refusals.unknownPhone(remove.extension());
            }
            tables.removePhone(
                    remove.extension(),
                    told(actor, "phone.removed", UnitId.ROOT, Map.of("extension", remove.extension()), key));
        } else if (command instanceof VoiceCommand.AutoAnswer auto) {
            return answer(actor, auto.on(), key);
        }
        return new Done();
    }

    private CommandResult answer(Actor actor, boolean on, String key) {
        if (!(actor instanceof Actor.Person person)) {
            return Refusals.nobodysPhone();
        }
        AgentId agent = new AgentId(person.user().value());
        if (on != answering.contains(agent)) {
            UnitId unit = people.person(Scope.system(), person.user())
                    .map(Person::unit)
                    .orElse(UnitId.ROOT);
            String type = on ? "phone.autoAnswerOn" : "phone.autoAnswerOff";
            tables.answers(agent, on, told(actor, type, unit, Map.of("agent", agent.value()), key));
        }
        return new Done();
    }

    private CommandResult save(Actor actor, DialledNumber number, String key) {
        Optional<QueueSettings> queue = queues.queue(Scope.system(), number.queue());
        if (queue.isEmpty()) {
            return Refusals.unknownQueue(number.queue());
        } else if (!number.greeting().isEmpty() && !greetings.get().contains(number.greeting())) {
            return Refusals.unknownGreeting(number.greeting(), greetings.get());
        }
        DialledNumber known = numbers.get(number.number());
        Map<String, Object> body =
                Change.of(known == null ? Map.of() : body(known), body(number)).into(body(number));
        tables.save(number, told(actor, "number.saved", queue.get().unit(), body, key));
        return new Done();
    }

    private static Map<String, Object> body(DialledNumber number) {
        return Map.of(
                "number", number.number(),
                "queue", number.queue().value(),
                "language", number.language(),
                "greeting", number.greeting(),
                "record", number.rules().record(),
                "notice", number.rules().notice(),
                "staffNumber", number.rules().staffNumber(),
                "positionSeconds", number.rules().positionSeconds(),
                "mustRecord", number.rules().mustRecord());
    }

    private CommandResult save(Actor actor, VoiceCommand.SavePhone save, String key) {
        PhoneAccount account = save.phone();
        String extension = account.extension();
        Phone known = phones.get(extension);
        Phone phone;
        if (save.secret().isPresent()) {
            String secret = save.secret().get();
            if (secret.length() < 8 || secret.length() > 64) {
                return Refusals.secretLength(secret.length());
            }
            phone = new Phone(
                    account,
                    Ha1.of(extension, REALM, secret, DigestAlgorithm.MD5).hex(),
                    Ha1.of(extension, REALM, secret, DigestAlgorithm.SHA_256).hex());
        } else if (known != null) {
            phone = new Phone(account, known.md5(), known.sha256());
        } else {
            return Refusals.secretDue(extension);
        }
        Map<String, Object> body = Map.of(
                "extension", extension,
                "digest", account.digest().wire(),
                "answering", account.answering().wire(),
                "secretChanged", save.secret().isPresent());
        tables.save(phone, told(actor, "phone.saved", UnitId.ROOT, body, key));
        return new Done();
    }

    private VoiceTables.Told told(Actor actor, String type, UnitId unit, Map<String, Object> body, String key) {
        JournalDraft entry = JournalDraft.act(clock.instant(), type, actor, unit, body);
        return new VoiceTables.Told(entry, key);
    }
}
