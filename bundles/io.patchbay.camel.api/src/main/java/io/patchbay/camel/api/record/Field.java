// SPDX-License-Identifier: Apache-2.0
package io.patchbay.camel.api.record;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** One field of a layout. */
sealed interface Field {
    String name();

    Object read(Octets in, Map<String, Object> before);

    /** How the value looks before it is filled up. */
    default String form(String value) {
        return value;
    }

    /** Fills up to the length. */
    default byte[] fill(byte[] octets) {
        throw new AssertionError(this);
    }

    /** Text, left. */
    record Text(String name, int length) implements Field {
        @Override
        public Object read(Octets in, Map<String, Object> before) {
            return in.text(name, length).stripTrailing();
        }

        @Override
        public byte[] fill(byte[] octets) {
            fits(name, length, octets.length);
            byte[] filled = Arrays.copyOf(octets, length);
            Arrays.fill(filled, octets.length, length, (byte) ' ');
            return filled;
        }
    }

    /** A number, right. */
    record Digits(String name, int length, int decimals) implements Field {
        @Override
        public Object read(Octets in, Map<String, Object> before) {
            String digits = in.text(name, length);
            if (!digits.matches("-?[0-9]+")) {
                throw new IllegalArgumentException("field \"" + name + "\" is no number: \"" + digits + "\"");
            }
            return new BigDecimal(new BigInteger(digits), decimals).toPlainString();
        }

        @Override
        public String form(String value) {
            try {
                return new BigDecimal(value)
                        .setScale(decimals, RoundingMode.UNNECESSARY)
                        .unscaledValue()
                        .toString();
            } catch (ArithmeticException | NumberFormatException e) {
                throw new IllegalArgumentException(
                        "field \"" + name + "\" is no number with " + decimals + " decimals: \"" + value + "\"", e);
            }
        }

        @Override
        public byte[] fill(byte[] octets) {
            fits(name, length, octets.length);
            byte[] filled = new byte[length];
            Arrays.fill(filled, (byte) '0');
            int sign = octets[0] == '-' ? 1 : 0;
            if (sign == 1) {
                filled[0] = '-';
            }
            System.arraycopy(octets, sign, filled, length - octets.length + sign, octets.length - sign);
            return filled;
        }
    }

    /** Fields that come as often as a number before them says. */
    record Group(String name, String count, List<Field> fields) implements Field {
        private static final int MOST = 999;

        @Override
        public Object read(Octets in, Map<String, Object> before) {
            int times = times(before);
            return java.util.stream.IntStream.range(0, times)
                    .mapToObj(item -> RecordLayout.read(in, fields))
                    .toList();
        }

        private int times(Map<String, ?> values) {
            BigDecimal number = new BigDecimal(String.valueOf(values.get(count)));
            if (number.signum() < 0 || number.compareTo(BigDecimal.valueOf(MOST)) > 0) {
                throw new IllegalArgumentException("field \"" + count + "\" must be 0 to 999 but is " + number);
            }
            return number.intValueExact();
        }

        @SuppressWarnings("unchecked") // what is no map says so when its fields are looked for
        List<Map<String, ?>> items(Object value, Map<String, ?> values) {
            if (value instanceof List<?> items && items.size() == times(values)) {
                return (List<Map<String, ?>>) items;
            }
            throw new IllegalArgumentException("field \"" + name + "\" must be a list of as many as \"" + count + "\"");
        }
    }

    private static void fits(String name, int length, int given) {
        if (given > length) {
            throw new IllegalArgumentException(
                    "field \"" + name + "\" has " + length + " octets but " + given + " are given");
        }
    }
}
