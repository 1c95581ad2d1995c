// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core;

import io.patchbay.core.path.CallbackVocabulary;
import java.util.Arrays;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The words by which customers who write ask to be called back. A change counts for the next message. */
@Component(service = CallbackComponent.class, immediate = true, configurationPid = "io.patchbay.core.callback")
@Designate(ocd = CallbackComponent.Config.class)
public final class CallbackComponent {
    @ObjectClassDefinition(name = "Callback words", description = "What customers write to be called back")
    @interface Config {
        @AttributeDefinition(description = "Words that ask for a call, separated by commas, at least one")
        String ask() default "回电,CALLBACK";

        @AttributeDefinition(description = "Words that take it back, separated by commas")
        String cancel() default "取消回电,CALLBACK OFF";
    }

    private final CoreNode node;

    @Activate
    public CallbackComponent(Config config, @Reference CoreComponent core) {
        node = core.node();
        modified(config);
    }

    @Modified
    void modified(Config config) {
        node.callbackWords(new CallbackVocabulary(words(config.ask()), words(config.cancel())));
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split("[,，]", -1))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
