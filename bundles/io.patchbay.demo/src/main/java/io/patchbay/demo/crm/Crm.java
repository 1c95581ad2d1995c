// SPDX-License-Identifier: Apache-2.0
package io.patchbay.demo.crm;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/**
 * A small CRM over HTTP: {@code GET /customers?phone=|email=|name=}, {@code GET /customers/NUMBER}, {@code PUT} and
 * {@code GET /contacts/INTERACTION}. It can be slow, dead, and alive again on the same port.
 */
public final class Crm implements AutoCloseable {
    private static final int BACKLOG = 50;

    private final ObjectMapper mapper = new ObjectMapper();
    private final List<Client> clients = Clients.all();
    private final Contacts contacts = new Contacts();
    private final Mood mood = new Mood();
    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer server;
    private boolean alive;
    private final int port;

    /** Opens a port on loopback; 0 for a free one. */
    public Crm(int port) throws IOException {
        server = open(port);
        this.port = server.getAddress().getPort();
        alive = true;
    }

    private HttpServer open(int at) throws IOException {
        HttpServer opened = Ports.open(at, address -> HttpServer.create(address, BACKLOG));
        opened.setExecutor(mood);
        opened.createContext("/customers", this::customers);
        opened.createContext("/contacts", this::contacts);
        opened.start();
        return opened;
    }

    /** Where it is. */
    public String url() {
        return "http://127.0.0.1:" + port;
    }

    Mood mood() {
        return mood;
    }

    Contacts contacts() {
        return contacts;
    }

    int asked() {
        return asked.get();
    }

    synchronized void die() {
        if (alive) {
            server.stop(0);
            alive = false;
        }
    }

    synchronized void live() throws IOException {
        if (!alive) {
            server = open(port);
            alive = true;
        }
    }

    private void customers(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        String path = exchange.getRequestURI().getPath();
        if (path.length() > "/customers/".length()) {
            String number = path.substring("/customers/".length());
            Optional<Client> found = first(one -> one.number().equals(number));
            answer(exchange, found.isPresent() ? 200 : 404, mapper.writeValueAsString(found.orElse(null)));
            return;
        }
        Predicate<Client> wanted = wanted(exchange.getRequestURI().getRawQuery());
        answer(
                exchange,
                200,
                mapper.writeValueAsString(clients.stream().filter(wanted).toList()));
    }

    private Optional<Client> first(Predicate<Client> wanted) {
        return clients.stream().filter(wanted).findFirst();
    }

    private static Predicate<Client> wanted(String query) {
        String[] parts = query == null ? new String[] {""} : query.split("=", 2);
        String value = parts.length < 2 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8);
        return switch (parts[0]) {
            case "phone" -> one -> one.phone().equals(value);
            case "email" -> one -> one.email().equalsIgnoreCase(value);
            case "name" -> one -> one.name().equals(value);
            default -> one -> false;
        };
    }

    private void contacts(HttpExchange exchange) throws IOException {
        String id = exchange.getRequestURI().getPath().replaceFirst("^/contacts/?", "");
        if (exchange.getRequestMethod().equals("PUT")) {
            put(exchange, id);
            return;
        }
        Optional<String> found = contacts.one(id);
        answer(exchange, found.isPresent() ? 200 : 404, found.orElse("null"));
    }

    private void put(HttpExchange exchange, String id) throws IOException {
        if (mood.refuses()) {
            answer(exchange, 503, "{\"error\":\"come back later\"}");
            return;
        }
        Optional<String> fault = contacts.put(id, exchange.getRequestBody().readAllBytes());
        if (mood.loses()) {
            exchange.close();
        } else if (fault.isEmpty() || fault.get().isEmpty()) {
            answer(exchange, fault.isEmpty() ? 200 : 201, "{}");
        } else {
            answer(exchange, 400, mapper.writeValueAsString(Map.of("error", fault.get())));
        }
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] octets = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, octets.length);
        exchange.getResponseBody().write(octets);
        exchange.close();
    }

    @Override
    public void close() {
        die();
        mood.close();
    }
}
