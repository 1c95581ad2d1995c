// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.edge;

import gov.nist.core.CommonLogger;
import gov.nist.javax.sip.header.SIPHeader;
import gov.nist.javax.sip.header.SIPHeaderList;
import gov.nist.javax.sip.parser.ParserFactory;
import gov.nist.javax.sip.parser.StringMsgParser;
import io.patchbay.sip.message.SipUri;
import java.text.ParseException;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import javax.sip.address.SipURI;
import javax.sip.address.TelURL;
import javax.sip.address.URI;
import javax.sip.header.FromHeader;
import javax.sip.header.Header;
import javax.sip.header.HeaderAddress;
import javax.sip.header.Parameters;
import javax.sip.header.ToHeader;
import javax.sip.header.ViaHeader;

/**
 * Reads the headers that have a structure, with the parsers of JAIN-SIP. Whatever those throw becomes
 * {@link IllegalMessage}.
 */
final class HeaderReader {
    static {
        CommonLogger.legacyLogger = new ParserLog();
    }

    /** JAIN-SIP takes time with the square of the number of parameters: 0.3 s for 14,000. */
    private static final int MOST_CHARACTERS = 4_096;

    private HeaderReader() {}

    static Address address(String name, String value) throws IllegalMessage {
        Header header = parse(name, value);
        if (!(header instanceof HeaderAddress holder) || holder.getAddress() == null) {
            throw new IllegalMessage("bad " + name);
        }
        String tag =
                header instanceof FromHeader from ? from.getTag() : header instanceof ToHeader to ? to.getTag() : "";
        String display = holder.getAddress().getDisplayName();
        URI uri = holder.getAddress().getURI();
        String uriText = uriText(value);
        return new Address(
                display == null ? "" : Grammar.utf8(unescaped(display.strip())),
                checked(uriText, uri),
                uriText,
                tag == null ? "" : tag,
                value);
    }

    static Via via(String value) throws IllegalMessage {
        if (!(parse("Via", value) instanceof ViaHeader via) || via.getHost() == null) {
            throw new IllegalMessage("bad via");
        }
        int port = via.getPort() < 1 || via.getPort() > 65535 ? -1 : via.getPort();
        return new Via(via.getHost(), port, via.getBranch() == null ? "" : via.getBranch(), value);
    }

    static String parameter(String name, String value, String parameter) throws IllegalMessage {
        String found = parse(name, value) instanceof Parameters parameters ? parameters.getParameter(parameter) : null;
        return found == null ? "" : unquoted(found);
    }

    /** JAIN-SIP takes more than this for a SIP URI, such as IPv6 without brackets. */
    private static final Pattern SIP_URI =
            Pattern.compile("(?i)sips?:([^@\\s]*@)?(\\[[0-9a-f:.]+]|[a-z0-9._-]+)(:\\d{1,5})?([;?]\\S*)?");

    static SipUri uri(String text) throws IllegalMessage {
        if (text.length() > MOST_CHARACTERS) {
            throw new IllegalMessage("too long URI");
        }
        try {
            return checked(text, new StringMsgParser().parseUrl(text));
        } catch (ParseException | RuntimeException e) {
            throw new IllegalMessage("bad URI");
        }
    }

    private static Header parse(String name, String value) throws IllegalMessage {
        if (value.length() > MOST_CHARACTERS) {
            throw new IllegalMessage("too long " + name.toLowerCase(Locale.ROOT));
        }
        try {
            SIPHeader header =
                    ParserFactory.createParser(name + ": " + value + "\n").parse();
            return header instanceof SIPHeaderList<?> list ? list.getFirst() : header;
        } catch (ParseException | RuntimeException e) {
            throw new IllegalMessage("bad " + name.toLowerCase(Locale.ROOT));
        }
    }

    private static SipUri checked(String text, URI uri) throws IllegalMessage {
        if (uri instanceof SipURI && !SIP_URI.matcher(text).matches()) {
            throw new IllegalMessage("bad URI");
        }
        return parts(uri);
    }

    private static SipUri parts(URI uri) throws IllegalMessage {
        if (uri == null || uri.getScheme() == null) {
            throw new IllegalMessage("bad URI");
        }
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        if (uri instanceof SipURI sip && sip.getHost() != null) {
            String user = sip.getUser() == null ? "" : Grammar.unescaped(sip.getUser());
            OptionalInt port = sip.getPort() > 0 ? OptionalInt.of(sip.getPort()) : OptionalInt.empty();
            return new SipUri(scheme, user, bare(sip.getHost()), port);
        }
        if (uri instanceof TelURL tel) {
            return new SipUri(scheme, (tel.isGlobal() ? "+" : "") + tel.getPhoneNumber(), "", OptionalInt.empty());
        }
        return new SipUri(scheme, "", "", OptionalInt.empty());
    }

    private static String bare(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }

    /** The URI of a name-addr, or of an addr-spec whose parameters belong to the header (RFC 3261, 20). */
    static String uriText(String value) {
        boolean quoted = false;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (quoted && c == '\\') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == '<' && !quoted) {
                int end = value.indexOf('>', i);
                return end < 0 ? "" : value.substring(i + 1, end).strip();
            }
        }
        int semicolon = value.indexOf(';');
        return (semicolon < 0 ? value : value.substring(0, semicolon)).strip();
    }

    static String unquoted(String text) {
        if (text.length() < 2 || !text.startsWith("\"") || !text.endsWith("\"")) {
            return text;
        }
        return unescaped(text.substring(1, text.length() - 1));
    }

    private static String unescaped(String text) {
        return text.replaceAll("\\\\(.)", "$1");
    }
}
