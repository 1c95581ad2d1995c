// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory.rules;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** What the operator decides about signing in. A change counts at once and makes nothing anew. */
@Component(service = SignInRules.class, configurationPid = "io.patchbay.directory")
@Designate(ocd = SignInRules.Config.class)
public final class SignInRules {
    private volatile Values values;

    /** What can be configured. */
    @ObjectClassDefinition(name = "Sign-in", description = "Passwords, second factors, sessions")
    public @interface Config {
        /** Characters. */
        @AttributeDefinition(description = "Least characters of a password", min = "8", max = "64")
        int passwordLeast() default 12;

        /** Words. */
        @AttributeDefinition(description = "Words that no password may contain, for example the firm's name")
        String[] passwordForbiddenWords() default {"patchbay"};

        /** Who. */
        @AttributeDefinition(
                description = "Who must have a second factor",
                options = {@Option("none"), @Option("administrators"), @Option("everyone")})
        String totpRequired() default "none";

        /** Name. */
        @AttributeDefinition(description = "The name that authenticators show above the account")
        String totpIssuer() default "Patchbay";

        /** Minutes. */
        @AttributeDefinition(description = "A session unused for so many minutes ends", min = "5", max = "10080")
        int sessionIdleMinutes() default 720;

        /** Hours. */
        @AttributeDefinition(description = "A session ends so many hours after its sign-in", min = "1", max = "720")
        int sessionHours() default 24;
    }

    /**
     * The rules of one moment.
     *
     * @param passwordLeast characters
     * @param forbidden words in lower case
     * @param required who must have a second factor
     * @param issuer shown by authenticators
     * @param idle a session unused for longer ends
     * @param longest a session older than this ends
     */
    public record Values(
            int passwordLeast,
            List<String> forbidden,
            Required required,
            String issuer,
            Duration idle,
            Duration longest) {
        /** As shipped. */
        public static final Values DEFAULT = new Values(
                12, List.of("patchbay"), Required.NONE, "Patchbay", Duration.ofHours(12), Duration.ofHours(24));

        /**
         * With another answer to who must have a second factor.
         *
         * @param who who
         * @return the other values
         */
        public Values requiring(Required who) {
            return new Values(passwordLeast, forbidden, who, issuer, idle, longest);
        }
    }

    /** Who must have a second factor. */
    public enum Required {
        /** Only those of whom it is demanded one by one. */
        NONE,
        /** Whoever may change people or the system. */
        ADMINISTRATORS,
        /** All people. */
        EVERYONE
    }

    /**
     * As configured.
     *
     * @param config the file
     */
    @Activate
    public SignInRules(Config config) {
        values = read(config);
    }

    /**
     * For tests.
     *
     * @param values the rules
     */
    public SignInRules(Values values) {
        this.values = values;
    }

    /**
     * Takes a changed file.
     *
     * @param config the file
     */
    @Modified
    public void modified(Config config) {
        values = read(config);
    }

    private static Values read(Config config) {
        List<String> forbidden = Arrays.stream(config.passwordForbiddenWords())
                .map(word -> word.strip().toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .toList();
        return new Values(
                config.passwordLeast(),
                forbidden,
                Required.valueOf(config.totpRequired().strip().toUpperCase(Locale.ROOT)),
                config.totpIssuer(),
                Duration.ofMinutes(config.sessionIdleMinutes()),
                Duration.ofHours(config.sessionHours()));
    }

    /**
     * The rules now.
     *
     * @return ask again for each use
     */
    public Values now() {
        return values;
    }

    /**
     * Other rules, for tests.
     *
     * @param other the rules
     */
    public void become(Values other) {
        values = other;
    }
}
