// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip;

/** Well-formed requests. */
final class Ping {
    private Ping() {}

    static String options(String transport, int port, String id) {
        return request("OPTIONS", transport, port, id, "");
    }

    /**
     * A request of that method whose Call-ID and branch are made of {@code id}; {@code more} are further header lines.
     */
    static String request(String method, String transport, int port, String id, String more) {
        return method + " sip:95500@127.0.0.1 SIP/2.0\r\n"
                + "Via: SIP/2.0/" + transport + " 127.0.0.1:" + port + ";branch=z9hG4bK" + id + ";rport\r\n"
                + "Max-Forwards: 70\r\n"
                + "From: <sip:1001@127.0.0.1>;tag=f" + id + "\r\n"
                + "To: <sip:1001@127.0.0.1>\r\n"
                + "Call-ID: " + id + "\r\n"
                + "CSeq: 1 " + method + "\r\n"
                + more
                + "Content-Length: 0\r\n\r\n";
    }
}
