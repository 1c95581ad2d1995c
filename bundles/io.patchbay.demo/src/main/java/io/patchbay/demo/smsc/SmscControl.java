// SPDX-License-Identifier: Apache-2.0
package io.patchbay.demo.smsc;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.Collectors;

/** The SMSC as a program, told what to do line by line over TCP; each line is answered by one. */
public final class SmscControl {
    private final Smsc smsc;

    SmscControl(Smsc smsc) {
        this.smsc = smsc;
    }

    /** Runs until it is ended: {@code SMPP-PORT CONTROL-PORT}, 0 for free ones. */
    public static void main(String[] arguments) throws IOException {
        Smsc smsc = new Smsc(Integer.parseInt(arguments[0]));
        int control = Integer.parseInt(arguments[1]);
        try (ServerSocket server = new ServerSocket(control, 10, InetAddress.getLoopbackAddress())) {
            System.out.println("smsc " + smsc.port() + " " + server.getLocalPort());
            while (true) {
                serve(server.accept(), new SmscControl(smsc));
            }
        }
    }

    private static void serve(Socket socket, SmscControl control) {
        Smsc.thread(() -> control.talk(socket), "smsc-control").start();
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
        try {
            String[] words = line.split(" ", 3);
            return act(words[0], words);
        } catch (IOException | RuntimeException e) {
            return "error " + e;
        }
    }

    private String act(String word, String[] words) throws IOException {
        switch (word) {
            case "deliver", "reversed" -> {
                return "ok "
                        + smsc.deliver(words[1], words[2], word.equals("reversed"))
                                .size();
            }
            case "octets" -> smsc.deliver(words[1], 0, 4, HexFormat.of().parseHex(words[2]));
            case "throttle" -> smsc.mood().refuse(Integer.parseInt(words[1]), 0x58);
            case "full" -> smsc.mood().refuse(Integer.parseInt(words[1]), 0x14);
            case "refuse" -> smsc.mood().refuse(Integer.parseInt(words[1]), Integer.decode(words[2]));
            case "lose" -> smsc.mood().loseAnswers(Integer.parseInt(words[1]));
            case "delay" -> smsc.mood().delay(Duration.ofMillis(Long.parseLong(words[1])));
            case "receipts" -> smsc.mood().receipts(SmscMood.Receipts.valueOf(words[1].toUpperCase(Locale.ROOT)));
            case "hostile" -> smsc.send(HexFormat.of().parseHex(words[1]));
            case "mute" -> smsc.mute(true);
            case "unmute" -> smsc.mute(false);
            case "drop" -> smsc.drop();
            case "away" -> smsc.away();
            case "back" -> smsc.back();
            default -> {
                return figure(word);
            }
        }
        return "ok";
    }

    private String figure(String word) {
        return switch (word) {
            case "sent" -> smsc.sent().stream().map(SmscControl::json).collect(Collectors.joining(",", "[", "]"));
            case "taken" -> Integer.toString(smsc.taken());
            case "open" -> Long.toString(smsc.open());
            case "binds" -> Integer.toString(smsc.binds());
            default -> "error unknown word " + word;
        };
    }

    private static String json(Smsc.Sent sent) {
        return "{\"from\":" + quoted(sent.from()) + ",\"to\":" + quoted(sent.to()) + ",\"text\":" + quoted(sent.text())
                + ",\"parts\":" + sent.parts() + "}";
    }

    private static String quoted(String text) {
        StringBuilder json = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character < ' ' || character == '"' || character == '\\') {
                json.append(String.format("\\u%04x", (int) character));
            } else {
                json.append(character);
            }
        }
        return json.append('"').toString();
    }
}
