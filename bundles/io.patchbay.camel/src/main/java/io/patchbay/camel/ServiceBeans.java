// SPDX-License-Identifier: Apache-2.0
package io.patchbay.camel;

import java.util.Map;
import java.util.Set;
import org.apache.camel.spi.BeanRepository;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/** Services as beans by their JNDI name: {@code #main} is the service with {@code osgi.jndi.service.name=main}. */
final class ServiceBeans implements BeanRepository {
    private static final String NAME = "osgi.jndi.service.name";

    private final BundleContext context;

    ServiceBeans(BundleContext context) {
        this.context = context;
    }

    @Override
    public Object lookupByName(String name) {
        return lookupByNameAndType(name, Object.class);
    }

    @Override
    public <T> T lookupByNameAndType(String name, Class<T> type) {
        if (!name.matches("[A-Za-z0-9_.-]+")) {
            return null;
        }
        try {
            ServiceReference<?>[] found = context.getServiceReferences((String) null, "(" + NAME + "=" + name + ")");
            Object service = found == null ? null : context.getService(found[0]);
            return type.isInstance(service) ? type.cast(service) : null;
        } catch (InvalidSyntaxException e) {
            throw new IllegalArgumentException("no name of a service: " + name, e);
        }
    }

    @Override
    public <T> Map<String, T> findByTypeWithName(Class<T> type) {
        return Map.of();
    }

    @Override
    public <T> Set<T> findByType(Class<T> type) {
        return Set.of();
    }
}
