// SPDX-License-Identifier: Apache-2.0
package io.patchbay.webrtc;

import io.patchbay.webrtc.srtp.SrtpReceiver;
import io.patchbay.webrtc.srtp.SrtpSender;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.tls.DTLSClientProtocol;
import org.bouncycastle.tls.DatagramTransport;
import org.bouncycastle.tls.TlsFatalAlert;

/** A browser's side of the wire, on one socket: checks, a DTLS client, SRTP. */
final class Browser implements AutoCloseable {
    static final String USER = "brws";

    private final DatagramSocket socket;
    private final InetSocketAddress leg;
    private String user = USER;
    private String theirUser;
    private String theirPassword;
    private final SrtpClient client = new SrtpClient(new SecureRandom());
    private SrtpSender sender;
    private SrtpReceiver receiver;

    Browser(String offer, int port) throws IOException {
        socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        socket.setSoTimeout(2_000);
        leg = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        told(offer);
    }

    /** What the other side says of itself now. */
    final void told(String sdp) {
        theirUser = line(sdp, "a=ice-ufrag:");
        theirPassword = line(sdp, "a=ice-pwd:");
    }

    /** Begins ICE anew with its next offer. */
    void restarts(String fragment) {
        user = fragment;
    }

    /** Chromium's offer, shortened: sound it likes better than ours, and a picture. */
    String offer(String direction) {
        return String.join(
                "\r\n",
                "v=0",
                "o=- 4711 2 IN IP4 127.0.0.1",
                "s=-",
                "t=0 0",
                "a=group:BUNDLE a1 v1",
                "m=audio 9 UDP/TLS/RTP/SAVPF 111 63 9 8 0 13 110 126",
                "c=IN IP4 0.0.0.0",
                "a=rtcp:9 IN IP4 0.0.0.0",
                "a=ice-ufrag:" + user,
                "a=ice-pwd:abcdefghijklmnopqrstuvwx",
                "a=ice-options:trickle",
                "a=fingerprint:sha-256 " + client.fingerprint(),
                "a=setup:actpass",
                "a=mid:a1",
                "a=" + direction,
                "a=rtcp-mux",
                "a=rtpmap:111 opus/48000/2",
                "a=rtpmap:110 telephone-event/48000",
                "a=rtpmap:126 telephone-event/8000",
                "m=video 9 UDP/TLS/RTP/SAVPF 96 97",
                "c=IN IP4 0.0.0.0",
                "a=mid:v1",
                "a=sendrecv",
                "a=rtcp-mux",
                "");
    }

    private static String line(String sdp, String start) {
        return sdp.lines()
                .filter(line -> line.startsWith(start))
                .findFirst()
                .orElseThrow()
                .substring(start.length());
    }

    String answer() {
        return answer(client.fingerprint());
    }

    static String answer(String fingerprint) {
        return String.join(
                "\r\n",
                "v=0",
                "o=- 1 1 IN IP4 127.0.0.1",
                "s=-",
                "t=0 0",
                "m=audio 9 UDP/TLS/RTP/SAVPF 0 8 101",
                "c=IN IP4 0.0.0.0",
                "a=rtcp-mux",
                "a=mid:0",
                "a=sendrecv",
                "a=ice-ufrag:" + USER,
                "a=ice-pwd:abcdefghijklmnopqrstuvwx",
                "a=fingerprint:sha-256 " + fingerprint,
                "a=setup:active",
                "a=rtpmap:101 telephone-event/8000",
                "");
    }

    byte[] check(String password, boolean nominates) {
        ByteBuffer out = ByteBuffer.allocate(200);
        byte[] name = (theirUser + ":" + user).getBytes(StandardCharsets.US_ASCII);
        out.putShort((short) 1).putShort((short) 0).putInt(0x2112A442).put(new byte[12]);
        out.putShort((short) 6).putShort((short) name.length).put(name).put(new byte[-name.length & 3]);
        if (nominates) {
            out.putShort((short) 0x25).putShort((short) 0);
        }
        out.putShort(2, (short) (out.position() - 20 + 24));
        byte[] mac = hmac(password, Arrays.copyOf(out.array(), out.position()));
        out.putShort((short) 8).putShort((short) 20).put(mac);
        out.putShort(2, (short) (out.position() - 20 + 8));
        CRC32 crc = new CRC32();
        crc.update(out.array(), 0, out.position());
        out.putShort((short) 0x8028).putShort((short) 4).putInt((int) crc.getValue() ^ 0x5354554E);
        return Arrays.copyOf(out.array(), out.position());
    }

    private static byte[] hmac(String key, byte[] data) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.US_ASCII), "HmacSHA1"));
            return mac.doFinal(data);
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String password() {
        return theirPassword;
    }

    void send(byte[] datagram, int length) throws IOException {
        socket.send(new DatagramPacket(datagram, length, leg));
    }

    /** What came, within two seconds. */
    Optional<byte[]> receive() throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[2_048], 2_048);
        try {
            socket.receive(packet);
            return Optional.of(Arrays.copyOf(packet.getData(), packet.getLength()));
        } catch (java.net.SocketTimeoutException e) {
            return Optional.empty();
        }
    }

    /** Sends a check and waits for its answer. */
    boolean finds() throws IOException {
        byte[] check = check(theirPassword, true);
        for (int i = 0; i < 5; i++) {
            send(check, check.length);
            if (receive().filter(answer -> answer[0] == 1 && answer[1] == 1).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** Shakes hands as a client; false if the other side does not want to. */
    boolean shakesHands() throws IOException {
        try {
            new DTLSClientProtocol().connect(client, new Datagrams());
        } catch (TlsFatalAlert | org.bouncycastle.tls.TlsFatalAlertReceived refused) {
            return false;
        }
        byte[] keys = client.exported();
        sender = new SrtpSender(Arrays.copyOfRange(keys, 0, 16), Arrays.copyOfRange(keys, 32, 46));
        receiver = new SrtpReceiver(Arrays.copyOfRange(keys, 16, 32), Arrays.copyOfRange(keys, 46, 60));
        return true;
    }

    void says(byte[] rtp) throws IOException {
        byte[] packet = Arrays.copyOf(rtp, rtp.length + 16);
        send(packet, sender.rtp(packet, rtp.length));
    }

    /** The next RTP packet, opened. */
    byte[] hears() throws IOException {
        for (int i = 0; i < 200; i++) {
            byte[] packet = receive().orElseThrow();
            int length =
                    (packet[0] & 0xC0) == 0x80 && (packet[1] & 0xFF) < 192 ? receiver.rtp(packet, packet.length) : -1;
            if (length > 0) {
                return Arrays.copyOf(packet, length);
            }
        }
        throw new AssertionError("no sound among 200 packets");
    }

    @Override
    public void close() {
        socket.close();
    }

    private final class Datagrams implements DatagramTransport {
        @Override
        public int getReceiveLimit() {
            return 1_500;
        }

        @Override
        public int getSendLimit() {
            return 1_200;
        }

        @Override
        public int receive(byte[] to, int at, int length, int waitMillis) throws IOException {
            socket.setSoTimeout(Math.max(1, waitMillis));
            Optional<byte[]> record = Browser.this.receive();
            socket.setSoTimeout(2_000);
            if (record.isEmpty() || record.get()[0] < 20 || record.get()[0] > 63) {
                return -1;
            }
            System.arraycopy(record.get(), 0, to, at, record.get().length);
            return record.get().length;
        }

        @Override
        public void send(byte[] record, int at, int length) throws IOException {
            Browser.this.send(Arrays.copyOfRange(record, at, at + length), length);
        }

        @Override
        public void close() {}
    }
}
