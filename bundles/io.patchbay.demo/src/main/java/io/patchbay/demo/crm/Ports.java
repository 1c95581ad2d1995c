// SPDX-License-Identifier: Apache-2.0
package io.patchbay.demo.crm;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Finds ports on loopback, below those that clients get, so that they are free again after a pause. */
final class Ports {
    private static final int FIRST = 13_800;
    private static final int LAST = 14_800;

    private Ports() {}

    interface Opening<T> {
        T at(InetSocketAddress address) throws IOException;
    }

    /** Opens the port, or a free one for 0. */
    static <T> T open(int port, Opening<T> opening) throws IOException {
        if (port != 0) {
            return opening.at(address(port));
        }
        BindException taken = new BindException("no port from " + FIRST + " to " + LAST);
        for (int candidate = FIRST; candidate < LAST; candidate++) {
            try {
                return opening.at(address(candidate));
            } catch (BindException e) {
                taken = e;
            }
        }
        throw taken;
    }

    private static InetSocketAddress address(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }
}
