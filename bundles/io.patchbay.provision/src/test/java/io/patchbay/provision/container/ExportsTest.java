// SPDX-License-Identifier: Apache-2.0
package io.patchbay.provision.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Version;

class ExportsTest {
    @Test
    void eachPackageHasItsAttributesAndNoDirectives() {
        assertThat(Exports.of("a.b;a.c;version=\"1.2\";uses:=\"x,y\",d;bundle=\"z\""))
                .containsExactly(
                        Map.of("osgi.wiring.package", "a.b", "version", new Version(1, 2, 0)),
                        Map.of("osgi.wiring.package", "a.c", "version", new Version(1, 2, 0)),
                        Map.of("osgi.wiring.package", "d", "version", Version.emptyVersion, "bundle", "z"));
    }

    @Test
    void commasInQuotesSplitNothing() {
        assertThat(Exports.split("a;uses:=\"b,c\",d", ',')).containsExactly("a;uses:=\"b,c\"", "d");
    }
}
