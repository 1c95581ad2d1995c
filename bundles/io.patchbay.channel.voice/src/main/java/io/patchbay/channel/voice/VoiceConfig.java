// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** {@code etc/io.patchbay.channel.voice.cfg}. */
@ObjectClassDefinition(name = "Voice", description = "Telephone calls: addresses, sound, stopping")
@interface VoiceConfig {
    @AttributeDefinition(
            description = "The address that others reach us by, told in SIP and SDP; empty for the address Patchbay is"
                    + " bound to, or the machine's first one where that is 0.0.0.0. Acts on SIP at the next start")
    String advertise() default "";

    @AttributeDefinition(
            description = "Networks that are told the bound address instead of 'advertise', separated by commas,"
                    + " such as 10.0.0.0/8")
    String localNets() default "";

    @AttributeDefinition(
            description = "Origins of foreign pages whose phones may come to /sip/ws, separated by commas, such as"
                    + " https://crm.example.org; the own origin and clients that are no page always may")
    String allowedOrigins() default "";

    @AttributeDefinition(description = "Codecs in order of preference, of PCMA and PCMU, separated by commas")
    String codecs() default "PCMA,PCMU";

    @AttributeDefinition(
            description = "UDP ports for sound, first-last, two for each leg; empty for those ./run gives. Acts at the"
                    + " next start")
    String rtpPorts() default "";

    @AttributeDefinition(
            description = "How long running calls may go on when voice or Patchbay is stopped, in seconds; new ones get"
                    + " 503 meanwhile",
            min = "0",
            max = "3600")
    int drainSeconds() default 10;

    @AttributeDefinition(
            description = "After how long without any sound a call counts as dead, in seconds. Acts at the next start",
            min = "5",
            max = "3600")
    int deadAfterSeconds() default 60;

    @AttributeDefinition(
            description =
                    "After how long a pause of the recording, for a card number or a PIN, ends by itself, in seconds",
            min = "5",
            max = "600")
    int securePauseSeconds() default 120;
}
