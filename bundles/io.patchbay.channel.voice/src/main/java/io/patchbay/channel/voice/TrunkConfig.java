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
}
