// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice;

import io.patchbay.api.call.FrequentNumbers;
import io.patchbay.api.call.SecureCommand;
import io.patchbay.channel.voice.api.VoiceCommand;
import io.patchbay.spi.event.Declarations;
import io.patchbay.spi.event.EventType;
import io.patchbay.spi.event.EventWords;
import io.patchbay.spi.event.FactType;
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
        return List.of(
                new PermissionType(VoiceCommand.PERMISSION, "Change numbers and phones", "修改接入号码和分机"),
                new PermissionType(FrequentNumbers.EDIT, "Keep the lists of frequent numbers of units", "维护机构常用号码"),
                new PermissionType(
                        SecureCommand.PERMISSION,
                        "Pause the recording of colleagues' calls, ask their callers for a PIN",
                        "暂停同事通话的录音、发起客户密码核验"));
    }

    @Override
    public List<FactType> facts() {
        return List.of(
                new FactType("verification.verified", FactType.Type.FLAG, false, "Verified", "身份已核验"),
                new FactType("verification.method", FactType.Type.TEXT, false, "Verified by", "核验方式"),
                new FactType("verification.until", FactType.Type.TEXT, false, "Verified until", "核验有效期至"));
    }

    @Override
    public List<EventType> events() {
        return List.of(
                new EventWords("recording.paused", 1, "Recording paused ({reason})", "录音已暂停（{reason}）"),
                new EventWords("recording.resumed", 1, "Recording goes on ({cause})", "录音已恢复（{cause}）"),
                new EventWords(
                        "verification.asked",
                        1,
                        "The caller was asked to verify himself ({reason})",
                        "已请客户按键核验（{reason}）"),
                new EventWords("verification.ended", 1, "Verification ended: {cause}", "核验结束：{cause}"),
                new EventWords("frequent.saved", 1, "Frequent number saved ({list})", "常用号码已保存（{list}）"),
                new EventWords("frequent.removed", 1, "Frequent number removed ({list})", "常用号码已删除（{list}）"),
                new EventWords("number.saved", 1, "Number {number} saved", "接入号码 {number} 已保存"),
                new EventWords("number.removed", 1, "Number {number} removed", "接入号码 {number} 已删除"),
                new EventWords("phone.saved", 1, "Phone {extension} saved", "分机 {extension} 已保存"),
                new EventWords("phone.removed", 1, "Phone {extension} removed", "分机 {extension} 已删除"),
                new EventWords("phone.autoAnswerOn", 1, "Auto-answer on for {agent}", "{agent} 已开启自动接听"),
                new EventWords("phone.autoAnswerOff", 1, "Auto-answer off for {agent}", "{agent} 已关闭自动接听"));
    }
}
