// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.email.read;

import io.patchbay.api.command.Problem;
import java.util.Locale;

/** What a mail's text says of the mail itself, in the account's language. */
final class Remarks {
    private final Locale locale;

    Remarks(String language) {
        locale = Locale.forLanguageTag(language);
    }

    String empty() {
        return say("(This mail has no text.)", "（此邮件没有正文。）");
    }

    String unreadable() {
        return say("(This mail could not be read. It is kept as it came, in the attachment.)", "（此邮件无法解析，已原样保存在附件中。）");
    }

    String leftOut(String name, String reason) {
        return say("[Attachment left out: {0}: {1}]", "[附件未收取：{0}：{1}]", name, reason);
    }

    String refusedType(String extension) {
        return say("files of the type {0} are not taken", "不收取 {0} 类型的文件", extension);
    }

    String program() {
        return say("it is a program", "是可执行程序");
    }

    String tooLarge(long most) {
        return say("larger than {0} MB", "超过 {0} MB", String.valueOf(most >> 20));
    }

    String tooMany() {
        return say(
                "[This mail has more parts than are taken; all of them are in the original.]",
                "[此邮件的部分过多，未全部展开；原件中有全部内容。]");
    }

    String cut(long most) {
        return say(
                "[This mail is larger than {0} MB: only its beginning was taken. The whole mail is in the mail box.]",
                "[此邮件超过 {0} MB，仅收取开头部分；完整邮件仍在邮箱中。]", String.valueOf(most >> 20));
    }

    String longText() {
        return say("[The text is longer; all of it is in the original.]", "[正文过长，完整内容见原件。]");
    }

    String noSender() {
        return say("[This mail names no sender that could be answered.]", "[此邮件没有可回复的发件人。]");
    }

    private String say(String english, String chinese, Object... values) {
        return Problem.of("remark", english, chinese, values).text(locale);
    }
}
