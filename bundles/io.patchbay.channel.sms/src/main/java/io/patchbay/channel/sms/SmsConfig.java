// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.sms;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** {@code etc/io.patchbay.channel.sms-NAME.cfg}. */
@ObjectClassDefinition(name = "SMS account", description = "An account at an SMSC or SMS gateway")
@interface SmsConfig {
    @AttributeDefinition(description = "The SMSC's host")
    String host();

    @AttributeDefinition(description = "Its SMPP port", min = "1", max = "65535")
    int port() default 2775;

    @AttributeDefinition(description = "Whether the connection is encrypted")
    boolean tls() default false;

    @AttributeDefinition(description = "A PEM file with the certificates trusted; empty for those of Java")
    String trust() default "";

    @AttributeDefinition(description = "What the SMSC knows us by, at most 15 characters")
    String systemId();

    @AttributeDefinition(description = "Its password, at most 8 characters", type = AttributeType.PASSWORD)
    String password() default "";

    @AttributeDefinition(description = "Our number or name, at most 20 digits or 11 letters")
    String sourceAddress();

    @AttributeDefinition(description = "Region of numbers without a country code, such as CN")
    String region() default "CN";

    @AttributeDefinition(description = "The queue, by its id, that new contacts wait in")
    String queue();

    @AttributeDefinition(description = "Most SMS under way to the SMSC without an answer", min = "1", max = "200")
    int window() default 10;

    @AttributeDefinition(
            description = "Silence after which the SMSC is asked whether it is there, in seconds",
            min = "1",
            max = "3600")
    int enquireLinkSeconds() default 30;

    @AttributeDefinition(description = "How the parts of a long SMS are marked: udh8, udh16, sar or payload (in one)")
    String concatenation() default "udh8";
}
