// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.sms;

import io.patchbay.api.id.QueueId;
import io.patchbay.channel.sms.codec.Carriage;
import io.patchbay.channel.sms.route.Line;
import io.patchbay.channel.sms.route.LineRoutes;
import io.patchbay.channel.sms.smpp.SmppSettings;
import io.patchbay.channel.sms.traffic.Numbers;
import io.patchbay.channel.sms.traffic.SmsAccount;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.RoutesBuilder;
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
public final class AccountComponent implements RoutesBuilder {
    static final String PID = "io.patchbay.channel.sms";

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

    private LineRoutes routes() {
        return new LineRoutes(line, window, channel.lines());
    }

    @Override
    public void addRoutesToCamelContext(CamelContext context) throws Exception {
        routes().addRoutesToCamelContext(context);
    }

    @Override
    public void addTemplatedRoutesToCamelContext(CamelContext context) throws Exception {
        routes().addTemplatedRoutesToCamelContext(context);
    }

    @Override
    public Set<String> updateRoutesToCamelContext(CamelContext context) throws Exception {
        return routes().updateRoutesToCamelContext(context);
    }

    @Deactivate
    void close() {
        channel.end(line);
    }
}
