// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice;

import java.lang.reflect.Proxy;
import java.util.Map;

/** A configuration as if read from a file: what is not given has its default. */
final class Written {
    private Written() {}

    static <T> T as(Class<T> config, Map<String, Object> given) {
        return config.cast(Proxy.newProxyInstance(
                config.getClassLoader(),
                new Class<?>[] {config},
                (proxy, method, none) -> given.getOrDefault(method.getName(), method.getDefaultValue())));
    }
}
