// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.email;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** {@code etc/io.patchbay.channel.email-NAME.cfg}. */
@ObjectClassDefinition(name = "Mail account", description = "A mail box that customers write to and are answered from")
@interface AccountConfig {
    @AttributeDefinition(description = "Our address, such as service@bank.example")
    String address();

    @AttributeDefinition(description = "The name beside it in what we send; empty for none")
    String name() default "";

    @AttributeDefinition(description = "The IMAP server's host")
    String imap_host();

    @AttributeDefinition(description = "Its port", min = "1", max = "65535")
    int imap_port() default 993;

    @AttributeDefinition(description = "none, starttls or tls")
    String imap_tls() default "tls";

    @AttributeDefinition(description = "The SMTP server's host")
    String smtp_host();

    @AttributeDefinition(description = "Its port", min = "1", max = "65535")
    int smtp_port() default 465;

    @AttributeDefinition(description = "none, starttls or tls")
    String smtp_tls() default "tls";

    @AttributeDefinition(description = "Whether to sign in at the SMTP server too")
    boolean smtp_auth() default true;

    @AttributeDefinition(description = "The user of the box")
    String user();

    @AttributeDefinition(description = "Its password", type = AttributeType.PASSWORD)
    String password();

    @AttributeDefinition(description = "A PEM file with the certificates to trust; empty for the usual authorities")
    String trust() default "";

    @AttributeDefinition(description = "The folder to watch")
    String folder() default "INBOX";

    @AttributeDefinition(description = "The queue its mails wait in")
    String queue();

    @AttributeDefinition(
            description = "How often to look into the box even if the server tells of nothing, in seconds",
            min = "5",
            max = "1500")
    int pollSeconds() default 60;

    @AttributeDefinition(description = "Language of the notes in a mail's text: zh-CN or en")
    String language() default "zh-CN";

    @AttributeDefinition(
            description = "Largest attachment, in MB; larger ones stay in the original",
            min = "1",
            max = "200")
    int largestFileMegabytes() default 25;

    @AttributeDefinition(description = "Of a larger mail only the beginning is taken, in MB", min = "1", max = "200")
    int largestMailMegabytes() default 50;

    @AttributeDefinition(description = "Extensions of attachments that stay in the original, separated by commas")
    String refusedTypes() default
            "exe,com,scr,pif,bat,cmd,js,jse,vbs,vbe,wsf,wsh,hta,msi,msp,jar,ps1,lnk,cpl,reg,dll,iso,img,chm,apk";

    @AttributeDefinition(description = "Whether senders get an automatic reply, at most one a day")
    boolean acknowledge() default false;

    @AttributeDefinition(description = "Its text for mails in Chinese")
    String acknowledgeChinese() default "您好！我们已收到您的邮件，将尽快为您处理。此邮件由系统自动发送。";

    @AttributeDefinition(description = "Its text for all others")
    String acknowledgeEnglish() default
            "Thank you. We have received your mail and will answer soon. This is an automatic reply.";

    @AttributeDefinition(description = "How long sending an answer is tried, in hours", min = "1", max = "168")
    int giveUpHours() default 48;
}
