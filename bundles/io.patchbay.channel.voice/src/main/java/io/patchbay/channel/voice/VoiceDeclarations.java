// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice;

import io.patchbay.channel.voice.api.VoiceCommand;
import io.patchbay.spi.event.Declarations;
import io.patchbay.spi.event.EventType;
import io.patchbay.spi.event.EventWords;
import io.patchbay.spi.event.PermissionType;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** The permission voice asks for and the words of its journal entries. */
@Component
public final class VoiceDeclarations implements Declarations {
    /** Made by the container. */
    public VoiceDeclarations() {}

    @Override
    public List<PermissionType> permissions() {
        return List.of(new PermissionType(VoiceCommand.PERMISSION, "Change numbers and phones", "修改接入号码和分机"));
    }

    @Override
    public List<EventType> events() {
        return List.of(
                new EventWords("number.saved", 1, "Number {number} saved", "接入号码 {number} 已保存"),
                new EventWords("number.removed", 1, "Number {number} removed", "接入号码 {number} 已删除"),
                new EventWords("phone.saved", 1, "Phone {extension} saved", "分机 {extension} 已保存"),
                new EventWords("phone.removed", 1, "Phone {extension} removed", "分机 {extension} 已删除"));
    }
}
