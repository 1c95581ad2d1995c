// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.address;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * One end of a contact in its normal form. Two addresses are the same party on the same channel exactly when they are
 * equal. The text form ({@link #text()}) is a URI and survives {@link #parse(String)}.
 */
public sealed interface Address {

    /**
     * The normal form as a URI, for example {@code tel:+861012345678} or {@code chat:7f…}.
     *
     * @return the text; never empty, never longer than 320 characters
     */
    String text();

    /**
     * Reads a text form.
     *
     * @param text what {@link #text()} gave
     * @return the address
     * @throws IllegalArgumentException naming the text if it is none of the known forms
     */
    static Address parse(String text) {
        int colon = text.indexOf(':');
        if (colon <= 0 || colon == text.length() - 1) {
            throw new IllegalArgumentException("not an address: \"" + text + "\"");
        }
        String value = text.substring(colon + 1);
        String scheme = text.substring(0, colon);
        return switch (scheme) {
            case "tel" -> telephone(value);
            case "ext" -> new Extension(value);
            case "mailto" -> new EmailAddress(value);
            case "chat" -> new ChatVisitor(value);
            default -> new Handle(scheme, value);
        };
    }

    private static Address telephone(String value) {
        int context = value.indexOf(";phone-context=");
        return context < 0
                ? new PhoneNumber(value)
                : new ShortCode(value.substring(0, context), value.substring(context + ";phone-context=".length()));
    }

    /**
     * A public telephone number.
     *
     * @param e164 the number in E.164 form, {@code +} and 3 to 15 digits
     */
    record PhoneNumber(String e164) implements Address {
        private static final Pattern FORM = Pattern.compile("\\+[1-9][0-9]{2,14}");

        public PhoneNumber {
            Form.check(FORM, e164, "an E.164 number such as +861012345678");
        }

        @Override
        public String text() {
            return "tel:" + e164;
        }
    }

    /**
     * A number that means something only inside one country or network, such as 95500.
     *
     * @param digits 2 to 12 digits
     * @param context the calling code it belongs to, such as {@code +86} (RFC 3966, 5.1.5)
     */
    record ShortCode(String digits, String context) implements Address {
        private static final Pattern FORM = Pattern.compile("[0-9]{2,12}");
        private static final Pattern CONTEXT = Pattern.compile("\\+[0-9]{1,4}");

        public ShortCode {
            Form.check(FORM, digits, "a short code of 2 to 12 digits");
            Form.check(CONTEXT, context, "a phone context such as +86");
        }

        @Override
        public String text() {
            return "tel:" + digits + ";phone-context=" + context;
        }
    }

    /**
     * A phone inside the firm.
     *
     * @param digits 2 to 8 digits
     */
    record Extension(String digits) implements Address {
        private static final Pattern FORM = Pattern.compile("[0-9]{2,8}");

        public Extension {
            Form.check(FORM, digits, "an extension of 2 to 8 digits");
        }

        @Override
        public String text() {
            return "ext:" + digits;
        }
    }

    /**
     * A mail box; the domain is kept in lower case.
     *
     * @param value local part, {@code @}, domain; at most 254 characters (RFC 5321, 4.5.3.1.3)
     */
    record EmailAddress(String value) implements Address {
        private static final Pattern FORM = Pattern.compile("[^\\s@]+@[^\\s@]+");

        public EmailAddress {
            Form.check(FORM, value, "a mail address such as name@example.org");
            if (value.length() > 254) {
                throw new IllegalArgumentException("mail address longer than 254 characters: " + value.length());
            }
            int at = value.lastIndexOf('@');
            value = value.substring(0, at) + value.substring(at).toLowerCase(java.util.Locale.ROOT);
        }

        @Override
        public String text() {
            return "mailto:" + value;
        }
    }

    /**
     * A visitor of the web chat, known only by what our widget keeps for him.
     *
     * @param id up to 64 letters, digits, {@code -} and {@code _}
     */
    record ChatVisitor(String id) implements Address {
        private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,64}");

        public ChatVisitor {
            Form.check(FORM, id, "a chat visitor's id");
        }

        @Override
        public String text() {
            return "chat:" + id;
        }
    }

    /**
     * An address of a channel that a plug-in brings.
     *
     * @param scheme the channel's own scheme, lower-case letters, digits and {@code -}, at most 32
     * @param value the address in the channel's normal form, 1 to 256 characters
     */
    record Handle(String scheme, String value) implements Address {
        private static final Pattern SCHEME = Pattern.compile("[a-z][a-z0-9-]{0,31}");

        public Handle {
            Form.check(SCHEME, scheme, "a scheme of lower-case letters");
            Objects.requireNonNull(value, "value");
            if (value.isBlank() || value.length() > 256) {
                throw new IllegalArgumentException("handle must have 1 to 256 characters but has " + value.length());
            }
        }

        @Override
        public String text() {
            return scheme + ":" + value;
        }
    }
}
