// SPDX-License-Identifier: Apache-2.0
package io.patchbay.demo.crm;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** CRM and counter as a program, told what to do line by line over TCP; each line is answered by one. */
public final class CrmControl {
    private final Crm crm;
    private final Counter counter;

    CrmControl(Crm crm, Counter counter) {
        this.crm = crm;
        this.counter = counter;
    }

    /**
     * Runs until it is ended; the ports of CRM and counter may be given, else free ones. It prints CRM, counter,
     * control.
     */
    public static void main(String[] ports) throws IOException {
        CrmControl control = new CrmControl(new Crm(port(ports, 0)), new Counter(port(ports, 1)));
        try (ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            System.out.println("crm " + control.crm.url() + " " + control.counter.port() + " " + server.getLocalPort());
            while (true) {
                control.talk(server.accept());
            }
        }
    }

    private static int port(String[] ports, int which) {
        return which < ports.length ? Integer.parseInt(ports[which]) : 0;
    }

    private void talk(Socket socket) {
        try (socket;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
                PrintWriter out = new PrintWriter(socket.getOutputStream(), true, StandardCharsets.UTF_8)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                out.println(answer(line.strip()));
            }
        } catch (IOException e) {
            return; // gone
        }
    }

    /** What a line gives. */
    String answer(String line) {
        String[] words = line.split(" ", 2);
        try {
            return act(words[0], words.length < 2 ? 0 : Integer.parseInt(words[1]));
        } catch (IOException | RuntimeException e) {
            return "error " + e;
        }
    }

    private String act(String word, int number) throws IOException {
        switch (word) {
            case "slow" -> {
                crm.mood().slow(number);
                counter.mood().slow(number);
            }
            case "refuse" -> crm.mood().refuse(number);
            case "lose" -> crm.mood().lose(number);
            case "die" -> {
                crm.die();
                counter.die();
            }
            case "live" -> {
                crm.live();
                counter.live();
            }
            default -> {
                return figure(word);
            }
        }
        return "ok";
    }

    private String figure(String word) {
        return switch (word) {
            case "contacts" -> crm.contacts().all();
            case "puts" -> Integer.toString(crm.contacts().puts());
            case "asked" -> Integer.toString(crm.asked());
            default -> "error unknown word " + word;
        };
    }
}
