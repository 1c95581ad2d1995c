// SPDX-License-Identifier: Apache-2.0
package io.patchbay.trace.export;

import io.patchbay.api.command.Actor;
import io.patchbay.api.command.Problem;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.id.UserId;
import io.patchbay.api.journal.Journal;
import io.patchbay.api.journal.JournalDraft;
import io.patchbay.api.people.People;
import io.patchbay.api.people.Person;
import io.patchbay.trace.api.Exports;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Makes files, and gives none that is not traced. */
public final class ExportDesk implements Exports {
    private final Journal journal;
    private final People people;
    private final String installation;
    private final InstantSource clock;

    /** A desk of an installation. */
    public ExportDesk(Journal journal, People people, String installation, InstantSource clock) {
        this.journal = journal;
        this.people = people;
        this.installation = installation;
        this.clock = clock;
    }

    @Override
    public CompletionStage<Answer> csv(Actor.Person who, ExportList list, String purpose) {
        String why = purpose.strip();
        if (!who.scope().may(MAKE)) {
            return traced(entry(who, "export.refused", Map.of("what", list.what(), "purpose", why)), refused());
        } else if (why.length() < SHORTEST_PURPOSE || why.length() > LONGEST_PURPOSE) {
            return CompletableFuture.completedStage(new Answer.Refused(badPurpose(why.length())));
        }
        Instant now = clock.instant();
        CsvFile csv = new CsvFile(list);
        String text = csv.text(list, watermark(who.user(), csv.moment(now), why, list));
        String sha256 = sha256(text);
        Map<String, Object> body = new TreeMap<>(Map.of(
                "what",
                list.what(),
                "purpose",
                why,
                "format",
                "csv",
                "count",
                list.rows().size(),
                "sha256",
                sha256));
        String name = list.what().replace('.', '-') + "-" + csv.moment(now).replaceAll("[^0-9]", "") + "-" + who.user()
                + ".csv";
        return traced(entry(who, "export.made", body), new Answer.File(name, text, sha256));
    }

    private CompletionStage<Answer> traced(JournalDraft entry, Answer answer) {
        return journal.append(List.of(entry)).thenApply(seq -> answer);
    }

    private String watermark(UserId user, String when, String purpose, ExportList list) {
        boolean chinese = list.reading().locale().getLanguage().equals("zh");
        return chinese
                ? "水印：" + user + " · " + when + " · 用途：" + purpose + " · 系统 " + installation
                : "Watermark: " + user + " · " + when + " · for: " + purpose + " · installation " + installation;
    }

    private JournalDraft entry(Actor.Person who, String type, Map<String, Object> body) {
        UnitId unit = people.person(io.patchbay.api.access.Scope.system(), who.user())
                .map(Person::unit)
                .orElse(UnitId.ROOT);
        return JournalDraft.act(clock.instant(), type, who, unit, body);
    }

    private static Answer refused() {
        return new Answer.Refused(Problem.of(
                "forbidden",
                "You may not take lists out of Patchbay: the right {0} is missing.",
                "您没有导出的权限：缺少 {0}。",
                MAKE));
    }

    private static Problem badPurpose(int length) {
        return Problem.of(
                "bad-purpose",
                "Say in {0} to {1} characters what the file is for; now there are {2}.",
                "请用 {0} 至 {1} 个字符说明导出用途，现为 {2} 个。",
                Integer.toString(SHORTEST_PURPOSE),
                Integer.toString(LONGEST_PURPOSE),
                Integer.toString(length));
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("SHA-256 is part of every JDK", e);
        }
    }
}
