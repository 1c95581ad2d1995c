// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.voice;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Comparator;

/** Which address others reach this machine by, where nobody has said. */
final class OwnAddress {
    private OwnAddress() {}

    /** The first IPv4 address of an interface that is up; the loopback's if there is no other. */
    static String primary() {
        try {
            return NetworkInterface.networkInterfaces()
                    .filter(OwnAddress::up)
                    .sorted(Comparator.comparingInt(NetworkInterface::getIndex))
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(Inet4Address.class::isInstance)
                    .map(InetAddress::getHostAddress)
                    .findFirst()
                    .orElse("127.0.0.1");
        } catch (SocketException e) {
            return "127.0.0.1";
        }
    }

    private static boolean up(NetworkInterface one) {
        try {
            return one.isUp() && !one.isLoopback();
        } catch (SocketException e) {
            return false;
        }
    }
}
