// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.kit.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/**
 * The words of one bundle in one language: {@code messages.properties} (English) and {@code messages_zh_CN.properties}
 * beside a class of it, in UTF-8. Values are {@link MessageFormat} patterns; numbers go in as text.
 */
public final class Words {
    private static final ClassValue<Map<Locale, Words>> LOADED = new ClassValue<>() {
        @Override
        protected Map<Locale, Words> computeValue(Class<?> anchor) {
            return Map.of(
                    Languages.CHINESE, new Words(read(anchor, "messages_zh_CN.properties"), Languages.CHINESE),
                    Languages.ENGLISH, new Words(read(anchor, "messages.properties"), Languages.ENGLISH));
        }
    };

    private final Properties patterns;
    private final Locale locale;

    private Words(Properties patterns, Locale locale) {
        this.patterns = patterns;
        this.locale = locale;
    }

    /**
     * The words beside a class.
     *
     * @param anchor the class
     * @param locale the reader's; any Chinese gives zh-CN, else English
     * @return the words
     */
    public static Words of(Class<?> anchor, Locale locale) {
        return LOADED.get(anchor).get(Languages.chinese(locale) ? Languages.CHINESE : Languages.ENGLISH);
    }

    /**
     * The words for a key.
     *
     * @param key in the file
     * @param values what goes into the pattern
     * @return the words; the key itself if it is missing, which a test of each bundle rules out
     */
    public String get(String key, Object... values) {
        String pattern = patterns.getProperty(key);
        if (pattern == null) {
            return key;
        }
        return new MessageFormat(pattern, Locale.ROOT).format(values);
    }

    /**
     * Whether there are words for a key.
     *
     * @param key in the file
     * @return true if there are
     */
    public boolean has(String key) {
        return patterns.containsKey(key);
    }

    /**
     * The words for a key made of parts that come from elsewhere, such as a channel of a plug-in.
     *
     * @param key in the file
     * @param otherwise what to say if the file does not know it
     * @return the words
     */
    public String or(String key, String otherwise) {
        return has(key) ? get(key) : otherwise;
    }

    /**
     * The language of these words.
     *
     * @return zh-CN or English
     */
    public Locale locale() {
        return locale;
    }

    private static Properties read(Class<?> anchor, String file) {
        Properties properties = new Properties();
        try (InputStream in = anchor.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing beside " + anchor.getName());
            }
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
