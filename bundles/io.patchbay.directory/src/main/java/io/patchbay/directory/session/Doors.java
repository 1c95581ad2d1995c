// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory.session;

import io.patchbay.api.command.Problem;
import io.patchbay.api.people.SignIn.Door;
import io.patchbay.api.people.SignIn.Leaving;
import io.patchbay.spi.signin.IdentityProvider;
import io.patchbay.spi.signin.IdentityProvider.ByPassword;
import io.patchbay.spi.signin.IdentityProvider.ByRedirect;
import io.patchbay.spi.signin.IdentityProvider.Journey;
import io.patchbay.spi.signin.ProviderAwayException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The providers outside, and who is on his way to one of them. */
final class Doors {
    private static final Logger log = LoggerFactory.getLogger(Doors.class);
    private static final Duration TIME_TO_COME_BACK = Duration.ofMinutes(10);
    private static final int MOST_AWAY = 10_000;

    private final Supplier<List<IdentityProvider>> providers;
    private final InstantSource clock;
    private final Map<String, Away> away = new LinkedHashMap<>();

    /** Somebody on his way. */
    record Away(ByRedirect provider, Journey journey, Instant until) {}

    Doors(Supplier<List<IdentityProvider>> providers, InstantSource clock) {
        this.providers = providers;
        this.clock = clock;
    }

    List<ByPassword> byPassword() {
        return of(ByPassword.class);
    }

    private <T extends IdentityProvider> List<T> of(Class<T> kind) {
        return providers.get().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .sorted(Comparator.comparing(IdentityProvider::name))
                .toList();
    }

    List<Door> doors() {
        return of(ByRedirect.class).stream()
                .map(one -> new Door(one.name(), one.english(), one.chinese()))
                .toList();
    }

    Leaving leave(String door, URI back) {
        Optional<ByRedirect> provider = of(ByRedirect.class).stream()
                .filter(one -> one.name().equals(door))
                .findFirst();
        if (provider.isEmpty()) {
            return new Leaving.Shut(Problem.of(
                    "door-gone", "This way of signing in is no longer there. Use your password.", "该登录方式已停用，请使用密码登录。"));
        }
        try {
            Journey journey = provider.get().leave(back);
            keep(new Away(provider.get(), journey, clock.instant().plus(TIME_TO_COME_BACK)));
            return new Leaving.Away(journey.address(), journey.state());
        } catch (ProviderAwayException e) {
            log.warn("{} cannot be asked: {}", door, e.getMessage());
            return new Leaving.Shut(Problem.of(
                    "provider-away",
                    "{0} does not answer. Try again later; accounts with a password here can sign in.",
                    "{0} 暂无应答，请稍后再试；本系统密码账号仍可登录。",
                    provider.get().english().equals(provider.get().chinese())
                            ? provider.get().english()
                            : provider.get().chinese() + " (" + provider.get().english() + ")"));
        }
    }

    private synchronized void keep(Away one) {
        Instant now = clock.instant();
        away.values().removeIf(other -> other.until.isBefore(now));
        if (away.size() >= MOST_AWAY) {
            away.remove(away.keySet().iterator().next());
        }
        away.put(one.journey.state(), one);
    }

    /** Who comes back, once. */
    synchronized Optional<Away> back(String state) {
        return Optional.ofNullable(away.remove(state)).filter(one -> !one.until.isBefore(clock.instant()));
    }
}
