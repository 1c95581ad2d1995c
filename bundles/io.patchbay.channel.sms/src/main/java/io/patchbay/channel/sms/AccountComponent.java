// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.sms;

import io.patchbay.api.id.QueueId;
import io.patchbay.channel.sms.codec.Carriage;
import io.patchbay.channel.sms.route.Line;
import io.patchbay.channel.sms.route.SmppComponent;
import io.patchbay.channel.sms.smpp.SmppSettings;
import io.patchbay.channel.sms.traffic.Numbers;
import io.patchbay.channel.sms.traffic.SmsAccount;
import java.util.Locale;
import java.util.Map;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** One configured account and its two routes. A changed configuration makes it anew. */
@Component(
        service = RoutesBuilder.class,
        configurationPid = AccountComponent.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = SmsConfig.class, factory = true)
public final class AccountComponent extends RouteBuilder {
    static final String PID = "io.patchbay.channel.sms";

    /** An SMS may wait for its SMSC as long as it is valid: 24 h, and a little. */
    private static final int LONGEST_SECONDS = 25 * 3600;

    private final SmsChannel channel;
    private final Line line;
    private final int window;

    @Activate
    public AccountComponent(SmsConfig config, Map<String, Object> properties, @Reference SmsChannel channel) {
        this.channel = channel;
        window = config.window();
        String name = name(String.valueOf(properties.get("service.pid")));
        Locale locale = config.region().equals("CN") ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
        line = channel.begin(
                profile(name, config),
                new Line.Intake(new QueueId(config.queue().strip()), locale.toLanguageTag()));
    }

    private static String name(String pid) {
        String rest = pid.startsWith(PID) ? pid.substring(PID.length()) : pid;
        return rest.replaceFirst("^[~.-]", "");
    }

    private static SmsAccount.Profile profile(String name, SmsConfig config) {
        SmppSettings smpp = new SmppSettings(
                name,
                config.host().strip(),
                config.port(),
                new SmppSettings.Security(config.tls(), config.trust().strip()),
                new SmppSettings.Login(config.systemId().strip(), config.password()),
                config.window(),
                SmppSettings.Timing.usual(config.enquireLinkSeconds()));
        return new SmsAccount.Profile(
                smpp,
                config.sourceAddress().strip(),
                new Numbers(config.region().strip()),
                Carriage.of(config.concatenation()));
    }

    @Override
    public void configure() {
        if (getContext().hasComponent(SmppComponent.SCHEME) == null) {
            getContext().addComponent(SmppComponent.SCHEME, new SmppComponent(channel.lines()));
        }
        String endpoint = SmppComponent.SCHEME + ":" + line.name();
        from(endpoint).routeId("sms-" + line.name() + "-in").to("patchbay:intake/sms");
        from("patchbay:events?type=message.sent,message.retried&channel=sms&retries=-1&name=sms-" + line.name()
                        + "&window=" + window + "&address=RAW(" + line.address().text() + ")")
                .routeId("sms-" + line.name() + "-out")
                .routeProperty("patchbay.timeoutSeconds", Integer.toString(LONGEST_SECONDS))
                .to(endpoint);
    }

    @Deactivate
    void close() {
        channel.end(line);
    }
}
