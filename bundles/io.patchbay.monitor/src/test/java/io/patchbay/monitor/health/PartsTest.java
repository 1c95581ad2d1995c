// SPDX-License-Identifier: Apache-2.0
package io.patchbay.monitor.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.health.HealthPart.Health;
import io.patchbay.api.health.HealthPart.Level;
import io.patchbay.api.id.ChannelKey;
import io.patchbay.api.id.WorkKind;
import io.patchbay.spi.channel.Channel;
import io.patchbay.spi.channel.ChannelAccount;
import io.patchbay.spi.channel.ChannelAccount.State;
import io.patchbay.store.Database;
import io.patchbay.store.Dialect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartsTest {
    private long nanos;
    private ChannelAccount account = account(State.UP, "");

    private static ChannelAccount account(State state, String reason) {
        return new ChannelAccount("io.patchbay.channel.sms-main", state, reason);
    }

    private final Channel sms = new Channel() {
        @Override
        public ChannelKey key() {
            return new ChannelKey("sms");
        }

        @Override
        public WorkKind kind() {
            return new WorkKind("sms");
        }

        @Override
        public List<ChannelAccount> accounts() {
            return List.of(account);
        }
    };

    @Test
    void aFullDiskIsNamedWithWhatIsLeft() {
        Health full = new Disks(Map.of("recordings", 512L), folder -> 3L << 20)
                .lines()
                .get(0);
        assertThat(full.part()).isEqualTo("disk:recordings");
        assertThat(full.level()).isEqualTo(Level.DEGRADED);
        assertThat(full.problem().orElseThrow().english()).contains("3 MB left").contains("without being recorded");
        assertThat(full.problem().orElseThrow().chinese()).contains("3 MB").contains("不再录音");
        assertThat(new Disks(Map.of("data", 512L), folder -> 0L).lines().get(0).level())
                .isEqualTo(Level.DOWN);
        assertThat(new Disks(Map.of("data", 512L), folder -> 1L << 40)
                        .lines()
                        .get(0)
                        .level())
                .isEqualTo(Level.UP);
    }

    @Test
    void anAccountMayConnectForAWhileAndARefusalSaysWhatToCheck() {
        AccountLines lines = new AccountLines(() -> nanos);
        account = account(State.CONNECTING, "");
        assertThat(lines.lines(List.of(sms)).get(0).level()).isEqualTo(Level.UP);
        nanos += Duration.ofSeconds(5).toNanos();
        assertThat(lines.lines(List.of(sms)).get(0).level()).isEqualTo(Level.DEGRADED);
        account = account(State.UP, "");
        assertThat(lines.lines(List.of(sms)).get(0).level()).isEqualTo(Level.UP);
        account = account(State.REFUSED, "invalid password");
        Health refused = lines.lines(List.of(sms)).get(0);
        assertThat(refused.part()).isEqualTo("account:sms-main");
        assertThat(refused.problem().orElseThrow().english())
                .isEqualTo("sms-main is refused: invalid password. Check user and password in"
                        + " etc/io.patchbay.channel.sms-main.cfg with the provider.");
    }

    @Test
    void keysMustBeThereAndClosed(@TempDir Path folder) throws IOException {
        var closed = PosixFilePermissions.fromString("rw-------");
        for (String name : List.of("index.key", "master.key")) {
            Files.createFile(folder.resolve(name), PosixFilePermissions.asFileAttribute(closed));
        }
        Keys keys = new Keys(folder);
        assertThat(keys.health().level()).isEqualTo(Level.UP);
        Files.setPosixFilePermissions(folder.resolve("master.key"), PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(keys.health().problem().orElseThrow().code()).isEqualTo("key-open");
        Files.delete(folder.resolve("master.key"));
        assertThat(keys.health().problem().orElseThrow().english()).contains("master.key is not there");
    }

    /** A database that owes its answer: time passes while it is asked. */
    private Database slow(DatabaseProbe[] probe, List<Health> seen) {
        return new Database() {
            @Override
            public DataSource dataSource() {
                nanos += Duration.ofSeconds(4).toNanos();
                seen.add(probe[0].health());
                throw new IllegalStateException("enough");
            }

            @Override
            public Dialect dialect() {
                return Dialect.H2;
            }

            @Override
            public void force() {}
        };
    }

    @Test
    void aDatabaseThatOwesAnAnswerForThreeSecondsIsDead() {
        List<Health> seen = new java.util.ArrayList<>();
        DatabaseProbe[] probe = new DatabaseProbe[1];
        probe[0] = new DatabaseProbe(slow(probe, seen), () -> nanos);
        assertThat(probe[0].health().level()).isEqualTo(Level.UP);
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> probe[0].run()).hasMessage("enough");
        assertThat(seen.get(0).level()).isEqualTo(Level.DOWN);
        assertThat(seen.get(0).problem().orElseThrow().english()).contains("no answer for 3 s");
    }
}
