// SPDX-License-Identifier: Apache-2.0
package io.patchbay.signin.oidc;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** A provider: {@code etc/io.patchbay.signin.oidc-NAME.cfg}. */
@ObjectClassDefinition(name = "OpenID Connect provider", description = "Where people are sent to prove themselves")
@interface OidcConfig {
    @AttributeDefinition(description = "The issuer's address, exactly as it names itself; https unless loopback")
    String issuer();

    @AttributeDefinition(description = "Our client id there")
    String clientId();

    @AttributeDefinition(description = "Our secret there; empty for a public client", type = AttributeType.PASSWORD)
    String clientSecret() default "";

    @AttributeDefinition(description = "What is asked for beside openid, with blanks between")
    String scopes() default "profile";

    @AttributeDefinition(description = "The claim that names the account here")
    String accountClaim() default "preferred_username";

    @AttributeDefinition(description = "The only domain taken if the claim is an address such as alice@bank.example")
    String accountDomain() default "";

    @AttributeDefinition(
            description = "Where people come back, as registered there; empty for the address they came by")
    String redirectUri() default "";

    @AttributeDefinition(
            description = "Who asks for a second factor",
            options = {@Option("provider"), @Option("local")})
    String secondFactor() default "provider";

    @AttributeDefinition(description = "PEM file of the certificates to trust; empty for those of Java")
    String trust() default "";

    @AttributeDefinition(description = "What people call it, in English")
    String title() default "Single sign-on";

    @AttributeDefinition(description = "What people call it, in Chinese")
    String titleChinese() default "统一登录";

    @AttributeDefinition(description = "How much clocks may differ, in seconds", min = "0", max = "300")
    int clockSkewSeconds() default 60;

    @AttributeDefinition(description = "Patience with the provider, in milliseconds", min = "100", max = "30000")
    int timeoutMillis() default 4000;
}
