// SPDX-License-Identifier: Apache-2.0
package io.patchbay.camel;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** {@code etc/io.patchbay.camel.cfg}. */
@ObjectClassDefinition(name = "Routes", description = "What the routes of one bundle or file may use")
@interface CamelConfig {
    @AttributeDefinition(
            description = "How long an exchange may take before it is cut off, in seconds; a route may say otherwise"
                    + " by its property patchbay.timeoutSeconds",
            min = "1",
            max = "86400")
    int timeoutSeconds() default 60;

    @AttributeDefinition(
            description = "How many exchanges of one bundle or file may be under way at once; more are refused",
            min = "1",
            max = "100000")
    int exchanges() default 256;

    @AttributeDefinition(
            description = "How many exchanges of one bundle or file may begin in a second; the surplus waits",
            min = "1",
            max = "1000000")
    int perSecond() default 1_000;

    @AttributeDefinition(description = "Threads of each pool of one bundle or file", min = "1", max = "200")
    int threads() default 8;

    @AttributeDefinition(
            description = "How long exchanges may take to end when routes are stopped or changed, in seconds",
            min = "1",
            max = "600")
    int stopSeconds() default 10;

    @AttributeDefinition(
            description = "How many dead letters are kept; the oldest make room",
            min = "1",
            max = "100000")
    int deadLetters() default 1_000;

    @AttributeDefinition(description = "How long dead letters are kept, in days", min = "1", max = "3650")
    int deadLetterDays() default 30;
}
