// SPDX-License-Identifier: Apache-2.0
package io.patchbay.signin.ldap;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** A directory: {@code etc/io.patchbay.signin.ldap-NAME.cfg}. */
@ObjectClassDefinition(name = "LDAP directory", description = "Who checks the passwords of people that have none here")
@interface LdapConfig {
    @AttributeDefinition(description = "Host name, as in the server's certificate")
    String host();

    @AttributeDefinition(description = "Port; 0 for the usual one", min = "0", max = "65535")
    int port() default 0;

    @AttributeDefinition(
            description = "How the line is encrypted; none only to a loopback address",
            options = {@Option("ldaps"), @Option("starttls"), @Option("none")})
    String tls() default "ldaps";

    @AttributeDefinition(description = "PEM file of the certificates to trust; empty for those of Java")
    String trust() default "";

    @AttributeDefinition(description = "Who looks people up; empty for nobody by name")
    String bindDn() default "";

    @AttributeDefinition(description = "The password of bindDn", type = AttributeType.PASSWORD)
    String password() default "";

    @AttributeDefinition(description = "Where people are looked up, for example ou=people,dc=bank,dc=example")
    String baseDn();

    @AttributeDefinition(description = "How a person is found; {account} stands for the account")
    String filter() default "(uid={account})";

    @AttributeDefinition(description = "The attribute that stays with a person for ever")
    String subjectAttribute() default "entryUUID";

    @AttributeDefinition(description = "What people call it, in English")
    String title() default "Directory";

    @AttributeDefinition(description = "What people call it, in Chinese")
    String titleChinese() default "目录服务";

    @AttributeDefinition(description = "Connections at most", min = "1", max = "50")
    int connections() default 5;

    @AttributeDefinition(description = "Patience with the server, in milliseconds", min = "100", max = "30000")
    int timeoutMillis() default 4000;
}
