// SPDX-License-Identifier: Apache-2.0
package io.patchbay.flow;

import io.patchbay.api.address.Address;
import io.patchbay.api.customer.Customer;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.ChannelKey;
import io.patchbay.api.id.CustomerId;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.id.WorkKind;
import io.patchbay.spi.treatment.TreatmentQuestion;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Questions about contacts, for tests. */
public final class Questions {
    private Questions() {}

    /** A call to a queue. */
    public static TreatmentQuestion call(String number, String queue, Instant now) {
        return new TreatmentQuestion(
                new TreatmentQuestion.Contact(
                        new ChannelKey("voice"),
                        new WorkKind("call"),
                        Optional.of(new Address.PhoneNumber(number)),
                        Optional.empty(),
                        "zh-CN"),
                new QueueId(queue),
                UnitId.ROOT,
                Optional.empty(),
                Map.of(),
                now);
    }

    /** The same by a customer. */
    public static TreatmentQuestion by(
            TreatmentQuestion question, CustomerId id, String tier, String officer, String language) {
        return new TreatmentQuestion(
                question.contact(),
                question.queue(),
                question.unit(),
                Optional.of(new TreatmentQuestion.Who(
                        id,
                        tier,
                        Optional.of(UnitId.ROOT),
                        new Customer.Care(
                                Optional.of(officer)
                                        .filter(given -> !given.isEmpty())
                                        .map(AgentId::new),
                                language))),
                question.facts(),
                question.now());
    }
}
