// SPDX-License-Identifier: Apache-2.0
package io.patchbay.demo;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import io.patchbay.demo.smsc.Smsc;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serial;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * {@code /demo/}: a customer's pocket, a telephone for SMS and a mail box, for whoever tries the demo. It talks with
 * the demo's own SMSC and mail server; without {@code --demo} there is nothing here.
 */
@Component(
        service = Servlet.class,
        property = {
            "osgi.http.whiteboard.servlet.name=patchbay-demo-pocket",
            "osgi.http.whiteboard.servlet.pattern=/demo/*"
        })
public final class PocketServlet extends HttpServlet {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final String SERVICE = "service@demo.patchbay.example";
    private static final Map<String, String> FILES = Map.of(
            "/", "text/html; charset=utf-8", "/pocket.js", "text/javascript; charset=utf-8", "/pocket.css", "text/css");
    private static final int LONGEST = 8_000;

    private final transient Optional<Smsc> smsc;
    private final transient Optional<GreenMail> mail;

    @Activate
    public PocketServlet(@Reference DemoSmsc smsc, @Reference DemoMail mail) {
        this.smsc = smsc.smsc();
        this.mail = mail.server();
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Content-Security-Policy", "default-src 'self'; frame-ancestors 'none'; base-uri 'none'");
        String path = request.getPathInfo() == null ? "" : request.getPathInfo();
        if (smsc.isEmpty() || mail.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        } else if (path.isEmpty()) {
            response.sendRedirect("/demo/");
        } else if (request.getMethod().equals("GET") && FILES.containsKey(path)) {
            file(path, response);
        } else if (request.getMethod().equals("GET") && path.equals("/received")) {
            received(request, response);
        } else if (request.getMethod().equals("POST") && request.getHeader("X-Patchbay-Demo") != null) {
            post(path, request, response); // another site's page cannot set this header without being asked first
        } else {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private static void file(String path, HttpServletResponse response) throws IOException {
        String name = path.equals("/") ? "pocket.html" : path.substring(1);
        try (InputStream file = PocketServlet.class.getResourceAsStream("pocket/" + name)) {
            response.setContentType(FILES.get(path));
            file.transferTo(response.getOutputStream());
        }
    }

    private void post(String path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        String from = field(request, "from");
        String text = field(request, "text");
        if (from.isBlank() || text.isBlank() || text.length() > LONGEST) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        try {
            if (path.equals("/sms")) {
                smsc.orElseThrow().deliver(from, text, false);
            } else if (path.equals("/mail")) {
                write(from, field(request, "subject"), text);
            } else {
                response.setStatus(HttpServletResponse.SC_NOT_FOUND);
                return;
            }
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } catch (MessagingException | IllegalArgumentException e) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    private static String field(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("").strip();
    }

    private void write(String from, String subject, String text) throws MessagingException {
        GreenMail server = mail.orElseThrow();
        MimeMessage message = new MimeMessage(server.getSmtp().createSession());
        message.setFrom(new InternetAddress(from));
        message.setRecipients(MimeMessage.RecipientType.TO, SERVICE);
        message.setSubject(subject, StandardCharsets.UTF_8.name());
        message.setText(text, StandardCharsets.UTF_8.name());
        message.saveChanges();
        GreenMailUtil.sendMimeMessage(message);
    }

    /** What the firm sent to a number and to an address, a line each: kind, tab, text with its breaks as blanks. */
    private void received(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String number = field(request, "number");
        String address = field(request, "address");
        List<String> lines = new ArrayList<>();
        smsc.orElseThrow().sent().stream()
                .filter(sms -> digits(sms.to()).equals(digits(number)))
                .forEach(sms -> lines.add("sms\t" + line(sms.text())));
        for (MimeMessage one : mail.orElseThrow().getReceivedMessages()) {
            try {
                boolean his = InternetAddress.toString(one.getAllRecipients()).contains(address);
                if (his && !address.isBlank()) {
                    lines.add("mail\t" + line(one.getSubject() + " — " + text(one)));
                }
            } catch (MessagingException e) {
                lines.add("mail\t?");
            }
        }
        response.setContentType("text/plain; charset=utf-8");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().write(String.join("\n", lines));
    }

    private static String digits(String number) {
        return number.replaceAll("[^0-9]", "");
    }

    /** The words of a mail; what has parts is told by its subject alone. */
    private static String text(MimeMessage mail) throws MessagingException, IOException {
        if (!mail.getContentType().toLowerCase(Locale.ROOT).startsWith("text/plain")) {
            return "(…)";
        }
        try (InputStream raw = mail.getRawInputStream()) {
            String encoding = Optional.ofNullable(mail.getEncoding()).orElse("8bit");
            return new String(MimeUtility.decode(raw, encoding).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String line(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
