// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.journal.Finding;
import io.patchbay.api.journal.Verification;
import io.patchbay.core.read.ProjectedInteractions;
import io.patchbay.core.restart.WrittenSnapshot;
import io.patchbay.core.witness.HeadFile;
import io.patchbay.core.witness.HeadLine;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hundred and more lies, each alone, and each is named; the same on every database. */
abstract class AlterationsContract {
    @TempDir
    Path home;

    private Journalled house;
    private Path heads;

    abstract DataSource database(Path folder);

    @BeforeEach
    void begin() throws Exception {
        house = new Journalled(home, database(home.resolve("db")));
        ProjectedInteractions.of(house.journal, house.store.database());
        WrittenSnapshot.of(house.journal, house.store.database());
        heads = home.resolve("journal-heads.log");
        for (long seq : new long[] {20, Alterations.HEAD}) {
            String hash = house.journal.read(seq - 1, 1).get(0).hash();
            String installation =
                    JournalVerification.installation(house.store.database().dataSource());
            new HeadFile(heads, "rw-------").append(new HeadLine(seq, Instant.EPOCH, hash, installation));
        }
    }

    @AfterEach
    void end() {
        house.close();
    }

    private Verification over(DataSource source) {
        return over(source, house.journal::head);
    }

    private Verification over(DataSource source, LongSupplier head) {
        return new JournalVerification(new JournalVerification.Parts(
                source,
                house.store.keyProof(),
                house.files,
                house.recordings,
                head,
                () -> Optional.of(heads),
                List::of));
    }

    @Test
    void whatNobodyTouchedIsWhole() {
        Verification.Report report = over(house.store.database().dataSource()).verify(Optional.empty());
        assertThat(report.findings()).isEmpty();
        assertThat(report.entries()).isEqualTo(Alterations.HEAD);
        assertThat(report.heads()).isEqualTo(2);
    }

    @Test
    void anEntryThatTheWriterCountsAMomentLaterIsHis() {
        AtomicInteger asked = new AtomicInteger();
        LongSupplier late = () -> Alterations.HEAD - (asked.incrementAndGet() < 5 ? 1 : 0);
        assertThat(over(house.store.database().dataSource(), late)
                        .verify(Optional.empty())
                        .findings())
                .isEmpty();
    }

    @Test
    void anEntryThatTheWriterNeverCountsIsForeign() {
        assertThat(over(house.store.database().dataSource(), () -> Alterations.HEAD - 1)
                        .verify(Optional.empty())
                        .findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.id()).isEqualTo(String.valueOf(Alterations.HEAD)));
    }

    @Test
    void ofAHundredAlterationsAHundredAreFoundAndNamed() throws Exception {
        List<Alteration> all = Alterations.of(
                house.contacts.get(0).toString(), house.contacts.get(1).toString());
        assertThat(all).hasSizeGreaterThanOrEqualTo(100);
        assertThat(all.stream().map(Alteration::name).distinct()).hasSameSizeAs(all);
        StringBuilder missed = new StringBuilder();
        try (Connection connection = house.store.database().dataSource().getConnection()) {
            connection.setAutoCommit(false);
            for (Alteration alteration : all) {
                List<Finding> findings = found(alteration, connection);
                if (findings.stream().noneMatch(finding -> named(alteration, finding))) {
                    missed.append(alteration.name())
                            .append(": ")
                            .append(findings)
                            .append('\n');
                }
                assertThat(findings)
                        .allSatisfy(finding ->
                                assertThat(finding.words().text(Locale.ENGLISH)).doesNotContain("{"));
            }
            connection.setAutoCommit(true);
        }
        assertThat(missed.toString()).isEmpty();
        assertThat(over(house.store.database().dataSource())
                        .verify(Optional.empty())
                        .findings())
                .as("all put back")
                .isEmpty();
    }

    private boolean named(Alteration alteration, Finding finding) {
        return alteration.namedBy(finding)
                || (alteration.id().equals("0") && finding.place().equals(alteration.place()) && firstOf(finding));
    }

    /** Files are altered in the order of their names. */
    private boolean firstOf(Finding finding) {
        String ending = finding.place().equals("file") ? ".pbc" : ".pbr";
        try (Stream<Path> all = Files.walk(home)) {
            return all.map(path -> path.getFileName().toString())
                    .filter(name -> name.endsWith(ending))
                    .sorted()
                    .findFirst()
                    .filter(name -> name.equals(finding.id() + ending))
                    .isPresent();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private List<Finding> found(Alteration alteration, Connection connection) throws SQLException, IOException {
        Map<Path, byte[]> files = files();
        try {
            alteration.act().on(new Tools(connection, home));
            return over(only(connection)).verify(Optional.empty()).findings();
        } finally {
            connection.rollback();
            for (Map.Entry<Path, byte[]> file : files.entrySet()) {
                Files.write(file.getKey(), file.getValue());
            }
        }
    }

    private Map<Path, byte[]> files() throws IOException {
        Map<Path, byte[]> files = new HashMap<>();
        try (Stream<Path> all = Files.walk(home)) {
            for (Path path :
                    all.filter(one -> one.toString().matches(".*\\.pb[cr]")).toList()) {
                files.put(path, Files.readAllBytes(path));
            }
        }
        return files;
    }

    /** The liar's own connection, which nobody closes. */
    private static DataSource only(Connection connection) {
        Connection kept = (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, values) -> {
                    try {
                        return method.getName().equals("close") ? null : method.invoke(connection, values);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        return (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, values) -> kept);
    }

    @Test
    void headsOfAnotherInstallationCompareNothingAndThatIsSaid() throws Exception {
        Path foreign = home.resolve("foreign.log");
        new HeadFile(foreign, "rw-------").append(new HeadLine(3, Instant.EPOCH, "0".repeat(64), "another"));
        assertThat(over(house.store.database().dataSource())
                        .verify(Optional.of(foreign))
                        .findings())
                .extracting(finding -> finding.words().code())
                .containsExactly("heads-unreadable");
    }
}
