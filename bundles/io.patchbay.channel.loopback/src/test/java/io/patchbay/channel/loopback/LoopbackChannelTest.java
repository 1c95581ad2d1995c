// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.loopback;

import io.patchbay.spi.channel.Intake;
import io.patchbay.testkit.channel.ChannelContract;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Scanner;
import java.util.concurrent.CopyOnWriteArrayList;

final class LoopbackChannelTest implements ChannelContract {
    @Override
    public Remote start(Intake intake) throws IOException {
        ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        LoopbackChannel channel = new LoopbackChannel(door, intake);
        Socket socket = new Socket(door.getInetAddress(), door.getLocalPort());
        PrintWriter out = new PrintWriter(socket.getOutputStream(), true, StandardCharsets.UTF_8);
        List<String> told = new CopyOnWriteArrayList<>();
        Scanner in = new Scanner(socket.getInputStream(), StandardCharsets.UTF_8);
        new Thread(() -> in.forEachRemaining(told::add)).start();
        return new Remote() {
            private int messages;

            @Override
            public void arrives(String text) {
                out.println("open c1 service " + text);
            }

            @Override
            public void says(String text) {
                out.println("say c1 m" + messages++ + " " + text);
            }

            @Override
            public void leaves() {
                out.println("leave c1");
            }

            @Override
            public String told() {
                return String.join(" ", told);
            }

            @Override
            public void close() throws IOException {
                socket.close();
                channel.close();
            }
        };
    }
}
