// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.loopback;

import io.patchbay.api.address.Address;
import io.patchbay.api.id.ChannelKey;
import io.patchbay.api.id.MessageId;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.WorkKind;
import io.patchbay.spi.channel.Arrival;
import io.patchbay.spi.channel.Channel;
import io.patchbay.spi.channel.ChannelSignal;
import io.patchbay.spi.channel.Intake;
import io.patchbay.spi.channel.OverloadException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Text lines over TCP; see README.md for the protocol. */
@Component(configurationPid = "io.patchbay.channel.loopback")
@Designate(ocd = LoopbackChannel.Config.class)
public final class LoopbackChannel implements Channel {
    @ObjectClassDefinition(name = "Loopback", description = "Text lines over TCP on 127.0.0.1")
    @interface Config {
        @AttributeDefinition(description = "Port on 127.0.0.1; 0 is off", min = "0", max = "65535")
        int port() default 0;
    }

    private static final ChannelKey KEY = new ChannelKey("loopback");

    private final Intake intake;
    private final ServerSocket door;
    private final Map<Socket, Thread> open = new ConcurrentHashMap<>();

    @Activate
    public LoopbackChannel(Config config, @Reference Intake intake) throws IOException {
        this(config.port() == 0 ? null : new ServerSocket(config.port(), 50, InetAddress.getLoopbackAddress()), intake);
    }

    LoopbackChannel(ServerSocket door, Intake intake) {
        this.door = door;
        this.intake = intake;
        if (door != null) {
            new Thread(this::listen, "patchbay-loopback-1").start();
        }
    }

    private void listen() {
        while (!door.isClosed()) {
            try {
                Socket socket = door.accept();
                Thread reader = new Thread(() -> converse(socket), "patchbay-loopback-" + socket.getPort());
                open.put(socket, reader);
                if (door.isClosed()) {
                    socket.close(); // it came in while the door was being closed
                }
                reader.start();
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void converse(Socket socket) {
        Map<String, LoopbackSession> contacts = new ConcurrentHashMap<>();
        try (socket;
                PrintWriter out = new PrintWriter(socket.getOutputStream(), true, StandardCharsets.UTF_8);
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String[] words = line.split(" ", 4);
                if (words[0].equals("open") && words.length == 4) {
                    arrives(words[1], words[2], words[3], contacts, out);
                } else if (words[0].equals("say") && words.length == 4 && contacts.containsKey(words[1])) {
                    contacts.get(words[1]).signal(new ChannelSignal.MessageArrived(new MessageId(words[2]), words[3]));
                } else if (words[0].equals("leave") && words.length == 2 && contacts.containsKey(words[1])) {
                    contacts.remove(words[1]).signal(new ChannelSignal.RemoteLeft("customer"));
                } else {
                    out.println("error not understood: " + line);
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            contacts.clear(); // a broken or senseless peer costs only its connection; its contacts can be opened again
        }
        open.remove(socket);
    }

    private void arrives(String id, String queue, String text, Map<String, LoopbackSession> contacts, PrintWriter out) {
        LoopbackSession session = new LoopbackSession(id, out::println);
        ChannelSignal.MessageArrived first = new ChannelSignal.MessageArrived(new MessageId(id + "-0"), text);
        Address from = new Address.Handle("loopback", id);
        contacts.put(id, session);
        try {
            session.sink(intake.open(Arrival.text(KEY, from, new QueueId(queue), id, first), session));
        } catch (OverloadException e) {
            contacts.remove(id);
            out.println("refused " + id + " overloaded " + e.getMessage());
        }
    }

    @Deactivate
    void close() throws IOException {
        if (door != null) {
            door.close();
        }
        for (Socket socket : open.keySet()) {
            socket.close();
        }
    }

    @Override
    public ChannelKey key() {
        return KEY;
    }

    @Override
    public WorkKind kind() {
        return new WorkKind("chat");
    }
}
