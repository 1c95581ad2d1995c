// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice.settings;

import io.patchbay.api.command.CommandResult;
import io.patchbay.api.command.CommandResult.Kind;
import io.patchbay.api.command.CommandResult.Refused;
import io.patchbay.api.command.Problem;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.UnitId;
import java.util.List;

/** Why a change of voice settings is refused, in both languages. */
final class Refusals {
    private Refusals() {}

    static CommandResult unknownQueue(QueueId queue) {
        return refused(
                "unknown-queue", "There is no queue \"{0}\". Choose an existing one.", "没有队列“{0}”，请选择已有的队列。", queue);
    }

    static CommandResult unknownNumber(String number) {
        return refused("unknown-number", "{0} is not one of our numbers.", "{0} 不是已配置的接入号码。", number);
    }

    static CommandResult unknownPhone(String extension) {
        return refused("unknown-phone", "There is no phone {0}.", "没有分机 {0}。", extension);
    }

    static CommandResult unknownGreeting(String greeting, List<String> known) {
        return refused(
                "unknown-greeting",
                "There is no prompt \"{0}\". There are: {1}.",
                "没有语音“{0}”，可用的有：{1}。",
                greeting,
                String.join(", ", known));
    }

    static CommandResult secretLength(int length) {
        return refused(
                "secret-length",
                "The password must have 8 to 64 characters but has {0}.",
                "密码须为 8 到 64 个字符，现为 {0} 个。",
                length);
    }

    static CommandResult secretDue(String extension) {
        return refused("secret-due", "The new phone {0} needs a password.", "新分机 {0} 需要设置密码。", extension);
    }

    static CommandResult nobodysPhone() {
        return refused(
                "nobodys-phone",
                "Only an agent has a phone that answers by itself. Sign in as one.",
                "只有坐席才能设置自动接听，请以坐席身份登录。");
    }

    static CommandResult nobodysList() {
        return refused("nobodys-list", "Only people have lists of their own.", "只有人员才有个人常用号码。");
    }

    static CommandResult unknownUnit(UnitId unit) {
        return refused("unknown-unit", "There is no unit \"{0}\".", "没有机构“{0}”。", unit);
    }

    static CommandResult foreignUnit(UnitId unit) {
        return new Refused(
                Kind.FORBIDDEN,
                Problem.of(
                        "forbidden-unit",
                        "You may keep the numbers of your own units only, not of {0}.",
                        "您只能维护所属机构的常用号码，不能维护 {0}。",
                        unit));
    }

    static CommandResult badFrequent(String number, String name) {
        return refused(
                "bad-frequent",
                "A frequent number has 2 to 24 digits, perhaps with + in front, and a name of 1 to 80 characters, but"
                        + " this is \"{0}\", \"{1}\".",
                "常用号码须为 2 到 24 位数字（可带 +），名称须为 1 到 80 个字符，现为“{0}”、“{1}”。",
                number,
                name);
    }

    static CommandResult listFull(int most) {
        return refused(
                "list-full",
                "The list has {0} numbers, the most it can. Remove some that are not needed.",
                "常用号码已有 {0} 个，达到上限，请先删除不用的。",
                Integer.toString(most));
    }

    static CommandResult unknownFrequent(String number) {
        return refused("unknown-frequent", "{0} is not in this list.", "列表中没有号码 {0}。", number);
    }

    private static Refused refused(String code, String english, String chinese, Object... values) {
        return new Refused(Kind.INVALID, Problem.of(code, english, chinese, values));
    }
}
