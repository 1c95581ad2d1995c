// SPDX-License-Identifier: Apache-2.0
package io.patchbay.monitor;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** {@code etc/io.patchbay.monitor.cfg}. */
@ObjectClassDefinition(name = "Monitor", description = "What is an alarm, and who hears of it")
@interface MonitorConfig {
    @AttributeDefinition(description = "Least room on the disk of data, in MB", min = "0")
    int dataFreeMegabytes() default 512;

    @AttributeDefinition(description = "Least room on the disk of recordings, in MB", min = "0")
    int recordingsFreeMegabytes() default 512;

    @AttributeDefinition(description = "Least room on the disk of log, in MB", min = "0")
    int logFreeMegabytes() default 64;

    @AttributeDefinition(description = "Most entries that a projection may be behind the journal", min = "1")
    int journalBehindEntries() default 5000;

    @AttributeDefinition(
            description =
                    "How long dead letters, lost sound and skipped ticks stay an alarm after the last, in seconds",
            min = "1")
    int growthSeconds() default 60;

    @AttributeDefinition(
            description = "How long something is wrong before it is an alarm, in seconds",
            min = "0",
            max = "3600")
    int raiseSeconds() default 2;

    @AttributeDefinition(
            description = "How long it is well before the alarm is over, in seconds",
            min = "0",
            max = "3600")
    int clearSeconds() default 10;

    @AttributeDefinition(
            description = "How long after an alarm was over its return is not told by webhook and mail, in seconds",
            min = "0")
    int quietSeconds() default 300;

    @AttributeDefinition(description = "Where alarms are posted as JSON; empty for nowhere", required = false)
    String webhookUrl() default "";

    @AttributeDefinition(
            description = "Shared secret of the header Patchbay-Signature",
            type = AttributeType.PASSWORD,
            required = false)
    String webhookSecret() default "";

    @AttributeDefinition(
            description = "Addresses that get alarms, separated by commas; empty for none",
            required = false)
    String mailTo() default "";

    @AttributeDefinition(description = "The sender's address", required = false)
    String mailFrom() default "";

    @AttributeDefinition(description = "SMTP server", required = false)
    String smtpHost() default "";

    @AttributeDefinition(description = "Its port", min = "1", max = "65535")
    int smtpPort() default 587;

    @AttributeDefinition(
            description = "How the connection is protected",
            options = {@Option("none"), @Option("starttls"), @Option("tls")})
    String smtpTls() default "starttls";

    @AttributeDefinition(description = "User at the SMTP server; empty to send without", required = false)
    String smtpUser() default "";

    @AttributeDefinition(description = "His password", type = AttributeType.PASSWORD, required = false)
    String smtpPassword() default "";
}
