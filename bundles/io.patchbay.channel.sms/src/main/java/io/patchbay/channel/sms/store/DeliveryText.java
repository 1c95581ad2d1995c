// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.sms.store;

import io.patchbay.channel.sms.codec.Part;
import io.patchbay.channel.sms.codec.Place;
import io.patchbay.channel.sms.smpp.Delivery;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Everything of a delivery that its sender made, as one text: to seal, and to tell repetitions by. */
record DeliveryText(Delivery.Party from, String to, Part part) {
    static DeliveryText of(Delivery delivery) {
        return new DeliveryText(delivery.from(), delivery.to(), delivery.part());
    }

    static DeliveryText parse(String text) {
        String[] fields = text.split("\\|", -1);
        int number = Integer.parseInt(fields[4]);
        Optional<Place> place = number == 0
                ? Optional.empty()
                : Optional.of(new Place(Integer.parseInt(fields[6]), Integer.parseInt(fields[5]), number));
        return new DeliveryText(
                new Delivery.Party(decoded(fields[0]), Integer.parseInt(fields[1])),
                decoded(fields[2]),
                new Part(Integer.parseInt(fields[3]), Base64.getDecoder().decode(fields[7]), place));
    }

    String text() {
        String place = part.place()
                .map(one -> one.number() + "|" + one.total() + "|" + one.reference())
                .orElse("0|0|0");
        return String.join(
                "|",
                encoded(from.number()),
                Integer.toString(from.ton()),
                encoded(to),
                Integer.toString(part.dataCoding()),
                place,
                Base64.getEncoder().encodeToString(part.content()));
    }

    private static String encoded(String number) {
        return Base64.getEncoder().encodeToString(number.getBytes(StandardCharsets.UTF_8));
    }

    private static String decoded(String number) {
        return new String(Base64.getDecoder().decode(number), StandardCharsets.UTF_8);
    }
}
