// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice.call;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import io.patchbay.api.address.Address;
import io.patchbay.api.command.Problem;
import io.patchbay.channel.voice.door.Trunk;
import io.patchbay.channel.voice.door.TrunkSettings;
import io.patchbay.spi.channel.OutboundCalls.Checked;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Which numbers may be called and by which trunk: real ones, those that cost extra and those abroad only where a trunk
 * says so.
 */
public final class OutboundRules {
    private static final String HOME_REGION = "CN";
    private static final Set<PhoneNumberType> COSTLY = Set.of(
            PhoneNumberType.PREMIUM_RATE,
            PhoneNumberType.SHARED_COST,
            PhoneNumberType.PAGER,
            PhoneNumberType.VOICEMAIL);

    private final Supplier<Collection<Trunk>> trunks;
    private final RandomGenerator chance;

    /** {@code trunks} are all there are; {@code chance} shares calls among equals. */
    public OutboundRules(Supplier<Collection<Trunk>> trunks, RandomGenerator chance) {
        this.trunks = trunks;
        this.chance = chance;
    }

    Checked check(String number) {
        PhoneNumberUtil plan = PhoneNumberUtil.getInstance();
        PhoneNumber parsed;
        try {
            parsed = plan.parse(number, region());
        } catch (NumberParseException e) {
            return refused("number-invalid", "\"{0}\" is no telephone number.", "“{0}”不是电话号码。", number);
        }
        String e164 = plan.format(parsed, PhoneNumberFormat.E164);
        if (!plan.isValidNumber(parsed)) {
            return refused("number-invalid", "\"{0}\" is no number that is in use.", "“{0}”不是有效号码。", number);
        } else if (costly(parsed) && outward().noneMatch(way -> way.premium())) {
            return refused(
                    "number-costly",
                    "Numbers that cost extra are not called. A trunk must permit it.",
                    "不能呼叫收费特服号码，需由中继允许。");
        } else if (outward().noneMatch(TrunkSettings.Outward::calls)) {
            return refused(
                    "no-trunk",
                    "No trunk may be called by. An administrator must set outbound = true in a trunk''s file.",
                    "没有可外呼的中继，请管理员在中继配置中设置 outbound = true。");
        } else if (candidates(e164).isEmpty()) {
            return refused(
                    "number-abroad", "Numbers abroad are not called. A trunk must permit it.", "不能呼叫境外号码，需由中继允许。");
        }
        return new Checked.Good(new Address.PhoneNumber(e164));
    }

    private Stream<TrunkSettings.Outward> outward() {
        return trunks.get().stream().map(trunk -> trunk.settings().outward());
    }

    private static boolean costly(PhoneNumber number) {
        return COSTLY.contains(PhoneNumberUtil.getInstance().getNumberType(number));
    }

    /** The region in which numbers without a country are read. */
    String region() {
        return trunks.get().stream()
                .map(Trunk::settings)
                .filter(way -> way.outward().calls())
                .map(way -> way.region())
                .findFirst()
                .orElse(HOME_REGION);
    }

    private List<Trunk> candidates(String e164) {
        PhoneNumberUtil plan = PhoneNumberUtil.getInstance();
        try {
            PhoneNumber number = plan.parse(e164, null);
            String region = plan.getRegionCodeForNumber(number);
            return trunks.get().stream()
                    .filter(trunk -> trunk.settings().outward().calls())
                    .filter(trunk -> trunk.settings().outward().abroad()
                            || trunk.settings().region().equals(region))
                    .filter(trunk -> trunk.settings().outward().premium() || !costly(number))
                    .toList();
        } catch (NumberParseException e) {
            return List.of();
        }
    }

    /**
     * Takes a place on a trunk: one that answers before one that does not, the lowest priority first, among equals by
     * weight. {@code tried} are those that have failed for this call.
     */
    Optional<Trunk> enter(String e164, Set<Trunk> tried) {
        List<Turn> turns = candidates(e164).stream()
                .filter(trunk -> !tried.contains(trunk))
                .map(trunk -> new Turn(
                        trunk,
                        -Math.log(1 - chance.nextDouble())
                                / trunk.settings().outward().weight()))
                .sorted(Comparator.comparing((Turn turn) -> !turn.trunk.up())
                        .thenComparing(turn -> turn.trunk.settings().outward().priority())
                        .thenComparing(Turn::lot))
                .toList();
        return turns.stream().map(Turn::trunk).filter(Trunk::enter).findFirst();
    }

    /** A trunk and the lot it drew: exponential with its weight, so that the least lot is its share of the calls. */
    private record Turn(Trunk trunk, double lot) {}

    private static Checked refused(String code, String english, String chinese, Object... values) {
        return new Checked.Refused(Problem.of(code, english, chinese, values));
    }
}
