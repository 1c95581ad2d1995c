// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.chat;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** {@code etc/io.patchbay.channel.chat.cfg}. */
@ObjectClassDefinition(name = "Web chat", description = "The web chat's door: who may come, to which queue, how much")
@interface ChatConfig {
    @AttributeDefinition(
            description = "Origins of foreign pages that may embed the widget, separated by commas,"
                    + " such as https://www.example.org; the own origin is always allowed")
    String allowedOrigins() default "";

    @AttributeDefinition(description = "Id of the queue in which chats wait")
    String queue() default "service";

    @AttributeDefinition(
            description = "Ids of further queues that a page may name in its hello, separated by commas; another name"
                    + " is as if there were none")
    String queues() default "";

    @AttributeDefinition(description = "Longest message, in bytes of UTF-8", min = "16", max = "60000")
    int maxMessageBytes() default 8000;

    @AttributeDefinition(description = "Most frames a connection may send in a second", min = "1", max = "10000")
    int maxFramesPerSecond() default 20;

    @AttributeDefinition(description = "Most open connections from one address, 0 for no limit", min = "0")
    int maxConnectionsPerAddress() default 50;

    @AttributeDefinition(
            description = "How long a visitor without a connection counts as still there, in seconds",
            min = "5",
            max = "86400")
    int graceSeconds() default 120;
}
