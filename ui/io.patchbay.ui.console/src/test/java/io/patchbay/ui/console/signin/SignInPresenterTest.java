// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.signin.Visit;
import io.patchbay.ui.console.core.Reader;
import io.patchbay.ui.console.core.Services;
import io.patchbay.ui.console.dev.SampleCommands;
import io.patchbay.ui.console.dev.SampleCore;
import io.patchbay.ui.console.dev.SampleRecordings;
import io.patchbay.ui.kit.text.Languages;
import java.time.Clock;
import org.junit.jupiter.api.Test;

class SignInPresenterTest {
    private final SampleCore core = new SampleCore();
    private final Services services = new Services(
            core.directory,
            core.directory,
            core,
            core,
            core.queues,
            core,
            new SampleCommands(core),
            core.customers,
            new SampleRecordings(core),
            core.directory,
            Clock.systemUTC());
    private final Screen screen = new Screen();
    private final SignInPresenter presenter = new SignInPresenter(services, Languages.CHINESE, screen);

    /** Keeps what was shown last. */
    private static final class Screen implements SignInScreen {
        private String refused = "";
        private String entered = "";

        @Override
        public void codeWanted() {
            entered = "code";
        }

        @Override
        public void again(String words) {
            refused = words;
        }

        @Override
        public void refused(String words) {
            refused = words;
        }

        @Override
        public void entered(Reader reader) {
            entered = reader.user().value();
        }
    }

    @Test
    void theRightPasswordLetsIn() {
        presenter.signIn(" alice ", "patchbay", Visit.from("127.0.0.1"));
        assertThat(screen.entered).isEqualTo("alice");
    }

    @Test
    void wrongPasswordAndUnknownAccountReadTheSame() {
        presenter.signIn("alice", "wrong", Visit.from("127.0.0.1"));
        String wrong = screen.refused;
        presenter.signIn("nobody", "wrong", Visit.from("127.0.0.1"));
        assertThat(screen.refused).isEqualTo(wrong).isNotEmpty();
    }

    @Test
    void aLockSaysHowLongItLasts() {
        for (int i = 0; i < 6; i++) {
            presenter.signIn("alice", "wrong", Visit.from("127.0.0.1"));
        }
        assertThat(screen.refused).contains("13 分钟");
    }

    @Test
    void nothingTypedIsSaidBeforeAnythingIsAsked() {
        presenter.signIn("", "", Visit.from("127.0.0.1"));
        assertThat(screen.refused).isEqualTo("请输入工号和密码。");
    }

    @Test
    void twoDifferentNewPasswordsAreRefused() {
        presenter.change(
                Reader.of(new io.patchbay.api.id.UserId("alice"), "t", true), "patchbay", "one", "two", Runnable::run);
        assertThat(screen.refused).contains("不一致");
    }

    @Test
    void aChangedPasswordLetsIn() {
        presenter.change(
                Reader.of(new io.patchbay.api.id.UserId("alice"), "t", true),
                "patchbay",
                "a new one",
                "a new one",
                Runnable::run);
        assertThat(screen.entered).isEqualTo("alice");
    }
}
