// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.web;

import io.patchbay.ui.console.core.Reader;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** One request and its answer, without a server. */
final class Exchange {
    final Map<String, String> headers = new HashMap<>();
    final ByteArrayOutputStream body = new ByteArrayOutputStream();
    int status = 200;
    String site = "same-origin";

    final Map<String, String> asked = new HashMap<>();
    final Map<String, String> sent = new HashMap<>();

    private final String method;
    private final String path;
    private final Optional<String> range;
    private final Optional<Reader> reader;

    Exchange(String method, String path, Optional<String> range, Optional<Reader> reader) {
        this.method = method;
        this.path = path;
        this.range = range;
        this.reader = reader;
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    HttpServletRequest request() {
        HttpSession session = proxy(
                HttpSession.class,
                (proxy, call, values) -> values[0].equals(Reader.class.getName()) ? reader.orElse(null) : null);
        return proxy(HttpServletRequest.class, (proxy, call, values) -> switch (call.getName()) {
            case "getMethod" -> method;
            case "getRemoteAddr" -> "127.0.0.1";
            case "getPathInfo" -> path;
            case "getHeader" -> header((String) values[0]);
            case "getParameter" -> asked.get((String) values[0]);
            case "getSession" -> session;
            default -> throw new AssertionError(call.getName());
        });
    }

    private String header(String name) {
        return switch (name) {
            case "Range" -> range.orElse(null);
            case "Sec-Fetch-Site" -> site;
            default -> sent.get(name);
        };
    }

    HttpServletResponse response() {
        return proxy(HttpServletResponse.class, (proxy, call, values) -> {
            switch (call.getName()) {
                case "setStatus" -> status = (Integer) values[0];
                case "setHeader" -> headers.put((String) values[0], (String) values[1]);
                case "setContentType" -> headers.put("Content-Type", (String) values[0]);
                case "setContentLengthLong" -> headers.put("Content-Length", String.valueOf(values[0]));
                case "getOutputStream" -> {
                    return new Sink();
                }
                default -> throw new AssertionError(call.getName());
            }
            return null;
        });
    }

    private final class Sink extends ServletOutputStream {
        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {}

        @Override
        public void write(int one) {
            body.write(one);
        }
    }
}
