// SPDX-License-Identifier: Apache-2.0
package io.patchbay.customer;

import io.patchbay.spi.event.Declarations;
import io.patchbay.spi.event.EventType;
import io.patchbay.spi.event.EventWords;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** What happens to customers. */
@Component
public final class CustomerDeclarations implements Declarations {
    @Override
    public List<EventType> events() {
        return List.of(
                new EventWords("customer.saved", 1, "{actor} saved customer {customer}", "{actor} 保存了客户 {customer}"));
    }
}
