// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** {@code etc/io.patchbay.channel.voice.trunk-NAME.cfg}. */
@ObjectClassDefinition(name = "Trunk", description = "A carrier, or another exchange, that brings us calls")
@interface TrunkConfig {
    @AttributeDefinition(description = "The carrier's host; empty for a trunk that only brings calls")
    String host() default "";

    @AttributeDefinition(description = "Its SIP port", min = "1", max = "65535")
    int port() default 5060;

    @AttributeDefinition(description = "udp, tcp or tls")
    String transport() default "udp";

    @AttributeDefinition(description = "The user we register as; empty for a trunk that knows us by our address")
    String user() default "";

    @AttributeDefinition(description = "Its password", type = AttributeType.PASSWORD)
    String password() default "";

    @AttributeDefinition(
            description = "Networks whose calls are this trunk's, separated by commas, such as 192.0.2.0/24; empty for"
                    + " the host's address")
    String allowedSources() default "";

    @AttributeDefinition(
            description = "Numbers it may deliver, separated by commas; one that ends with * is a beginning")
    String numbers();

    @AttributeDefinition(description = "Most calls at a time", min = "1", max = "100000")
    int maxCalls() default 1000;

    @AttributeDefinition(description = "Region of numbers without a country code, such as CN")
    String region() default "CN";

    @AttributeDefinition(description = "Whether customers are called by it; wants a host")
    boolean outbound() default false;

    @AttributeDefinition(
            description = "Whether also in other countries than its region; premium numbers only with premium")
    boolean abroad() default false;

    @AttributeDefinition(description = "Whether also numbers that cost extra: premium and shared cost services")
    boolean premium() default false;

    @AttributeDefinition(description = "Trunks of the lowest number are taken first", min = "0", max = "100")
    int priority() default 10;

    @AttributeDefinition(description = "Its share of the calls among trunks of one priority", min = "1", max = "1000")
    int weight() default 1;

    @AttributeDefinition(description = "Whether calls by it are sealed (SRTP), or fail; wants transport = tls")
    boolean srtp() default false;

    @AttributeDefinition(
            description = "Seconds between two OPTIONS that ask whether it is there; 0 for none",
            min = "0",
            max = "3600")
    int optionsSeconds() default 0;
}
