// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory;

import io.patchbay.api.access.Permissions;
import io.patchbay.api.alarm.AlarmCommand;
import io.patchbay.api.alarm.Alarms;
import io.patchbay.api.call.FrequentNumbers;
import io.patchbay.api.command.Actor;
import io.patchbay.api.id.RoleId;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.id.UserId;
import io.patchbay.api.people.Grant;
import io.patchbay.api.people.Person;
import io.patchbay.api.people.Profile;
import io.patchbay.api.people.Role;
import io.patchbay.api.people.Unit;
import io.patchbay.directory.password.PasswordHash;
import io.patchbay.directory.store.Account;
import io.patchbay.directory.store.PeopleTables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is there after the first start: one unit, four roles, and without a demo one administrator. */
final class FirstStart {
    static final RoleId ADMINISTRATOR = new RoleId("administrator");
    static final UnitId ROOT = UnitId.ROOT;

    private static final Logger log = LoggerFactory.getLogger(FirstStart.class);
    /** No letters that look alike on paper. */
    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";

    private static final Actor ACTOR = new Actor.Part("directory");

    private final PeopleTables tables;
    private final Entries entries;
    private final PasswordHash passwords;
    private final Path keys;

    FirstStart(PeopleTables tables, InstantSource clock, PasswordHash passwords, Path keys) {
        this.tables = tables;
        this.entries = new Entries(clock);
        this.passwords = passwords;
        this.keys = keys;
    }

    void seed(boolean administrator) {
        if (administrator) {
            administrator();
        }
        for (Role role : roles()) {
            tables.save(role, entries.saved(ACTOR, "", ROOT, Optional.empty(), role));
        }
        Unit root = new Unit(ROOT, "总行", Optional.empty(), ZoneId.of("Asia/Shanghai"));
        tables.save(
                root,
                entries.saved(ACTOR, "", Optional.empty(), root)); // the last: its being there says that all is seeded
    }

    private static List<Role> roles() {
        return List.of(
                new Role(
                        new RoleId("agent"),
                        "坐席",
                        Set.of(
                                Permissions.AGENT,
                                Permissions.CUSTOMERS,
                                Permissions.CUSTOMERS_EDIT,
                                Permissions.NAMES,
                                "appointment.book",
                                Permissions.BUSINESS)),
                new Role(
                        new RoleId("supervisor"),
                        "班长",
                        Set.of(
                                Permissions.AGENT,
                                Permissions.FLOOR,
                                Permissions.SUPERVISE,
                                Permissions.RECORDS,
                                Permissions.RECORDINGS,
                                Permissions.RECORDING_MARKS,
                                Permissions.CUSTOMERS,
                                Permissions.CUSTOMERS_EDIT,
                                Permissions.NAMES,
                                Permissions.REPORTS,
                                Permissions.BUSINESS,
                                Permissions.EXPORT,
                                "appointment.book",
                                "list.see",
                                "list.edit",
                                FrequentNumbers.EDIT,
                                Alarms.SEE,
                                AlarmCommand.PERMISSION)),
                new Role(
                        new RoleId("inspector"),
                        "质检员",
                        Set.of(
                                Permissions.RECORDS,
                                Permissions.RECORDINGS,
                                Permissions.RECORDING_MARKS,
                                Permissions.CUSTOMERS,
                                Permissions.NAMES,
                                Permissions.REPORTS)),
                new Role(new RoleId("reviewer"), "初审员", Set.of(Permissions.PEOPLE_SEE, Permissions.REVIEW_FIRST)),
                new Role(new RoleId("approver"), "终审员", Set.of(Permissions.PEOPLE_SEE, Permissions.REVIEW_FINAL)),
                new Role(ADMINISTRATOR, "管理员", Set.of()));
    }

    private void administrator() {
        SecureRandom random = new SecureRandom();
        String password = random.ints(16, 0, ALPHABET.length())
                .collect(StringBuilder::new, (text, i) -> text.append(ALPHABET.charAt(i)), StringBuilder::append)
                .toString();
        Person admin = new Person(
                new UserId("admin"),
                "Administrator",
                ROOT,
                Set.of(Grant.of(ADMINISTRATOR)),
                new Person.Work(Map.of(), Map.of()),
                Optional.empty(),
                true,
                Profile.NONE);
        Path file = keys.resolve("first-password.txt");
        try {
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, password + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("the first password cannot be written", e);
        }
        Account account = new Account(admin, passwords.hash(password.toCharArray()), true);
        tables.save(account, false, entries.saved(ACTOR, "", Optional.empty(), admin, true));
        log.warn("First start: sign in as admin with the password in {} and change it", file);
    }
}
