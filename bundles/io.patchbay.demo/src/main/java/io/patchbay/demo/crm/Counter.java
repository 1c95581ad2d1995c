// SPDX-License-Identifier: Apache-2.0
package io.patchbay.demo.crm;

import io.patchbay.camel.api.record.RecordLayout;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A trading counter: fixed-length records in GBK over TCP. A request is one record; an answer is its length in 4
 * octets, most significant first, and the record. A connection takes any number of requests, one after the other.
 */
public final class Counter implements AutoCloseable {
    static final RecordLayout REQUEST = new RecordLayout("GBK", "function:text(4) account:text(12)");
    static final RecordLayout ANSWER = new RecordLayout(
            "GBK",
            "code:text(4) message:text(20) count:number(4)"
                    + " positions:count{ security:text(6) name:text(20) quantity:number(12) price:number(12,3) }");
    private static final int REQUEST_OCTETS = 16;
    private static final int BACKLOG = 50;
    private static final List<Map<String, Object>> PAPERS = List.of(
            position("600519", "贵州茅台", 100, "1688.500"),
            position("510300", "沪深300ETF", 12_000, "3.912"),
            position("000001", "平安银行", 3_000, "11.260"));

    private final Mood mood = new Mood();
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final Set<String> accounts = ConcurrentHashMap.newKeySet();
    private ServerSocket server;
    private final int port;

    /** Opens a port on loopback; 0 for a free one. */
    public Counter(int port) throws IOException {
        Clients.all().forEach(client -> accounts.add(account(client.phone())));
        server = open(port);
        this.port = server.getLocalPort();
    }

    /** The counter's account of a customer is his telephone number without + and without China's 86. */
    static String account(String phone) {
        return phone.replaceFirst("^\\+(86)?", "");
    }

    private ServerSocket open(int at) throws IOException {
        ServerSocket opened = Ports.open(at, address -> {
            ServerSocket socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(address, BACKLOG);
            return socket;
        });
        Thread accepting = new Thread(() -> accept(opened), "demo-counter");
        accepting.setDaemon(true);
        accepting.start();
        return opened;
    }

    /** Where it is. */
    public int port() {
        return port;
    }

    Mood mood() {
        return mood;
    }

    private void accept(ServerSocket opened) {
        while (!opened.isClosed()) {
            try {
                Socket socket = opened.accept();
                sockets.add(socket);
                Thread talking = new Thread(() -> talk(socket), "demo-counter-talk");
                talking.setDaemon(true);
                talking.start();
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void talk(Socket socket) {
        try (socket;
                DataInputStream in = new DataInputStream(socket.getInputStream())) {
            while (true) {
                byte[] request = new byte[REQUEST_OCTETS];
                in.readFully(request);
                byte[] answer = answer(request);
                mood.execute(() -> send(socket, answer));
            }
        } catch (IOException e) {
            sockets.remove(socket); // gone
        }
    }

    private void send(Socket socket, byte[] answer) {
        try {
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            out.writeInt(answer.length);
            out.write(answer);
            out.flush();
        } catch (IOException e) {
            sockets.remove(socket); // gone
        }
    }

    byte[] answer(byte[] request) {
        Map<String, Object> asked = REQUEST.read(request);
        String account = (String) asked.get("account");
        if (!asked.get("function").equals("0412")) {
            return ANSWER.write(Map.of("code", "0405", "message", "无此功能", "count", 0, "positions", List.of()));
        } else if (!accounts.contains(account)) {
            return ANSWER.write(Map.of("code", "0404", "message", "无此账户", "count", 0, "positions", List.of()));
        }
        List<Map<String, Object>> held =
                new ArrayList<>(PAPERS.subList(0, 1 + account.charAt(account.length() - 1) % 3));
        return ANSWER.write(Map.of("code", "0000", "message", "成功", "count", held.size(), "positions", held));
    }

    private static Map<String, Object> position(String security, String name, int quantity, String price) {
        return Map.of("security", security, "name", name, "quantity", quantity, "price", new BigDecimal(price));
    }

    synchronized void die() throws IOException {
        server.close();
        for (Socket socket : sockets) {
            socket.close();
        }
        sockets.clear();
    }

    synchronized void live() throws IOException {
        if (server.isClosed()) {
            server = open(port);
        }
    }

    @Override
    public void close() throws IOException {
        die();
        mood.close();
    }
}
