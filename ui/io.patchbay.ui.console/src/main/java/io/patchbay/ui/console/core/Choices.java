// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.core;

import io.patchbay.ui.kit.text.Languages;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;

/** What a reader chose for himself, kept in cookies of his browser: language and light or dark. */
public final class Choices {
    private Choices() {}

    /** The language: as chosen, else as the browser asks. */
    public static Locale language(HttpServletRequest request) {
        String chosen = cookie(request, "patchbay-language");
        return chosen.isEmpty() ? Languages.of(request.getLocale().toLanguageTag()) : Languages.of(chosen);
    }

    /** The theme: {@code dark} or {@code light}. */
    public static String theme(HttpServletRequest request) {
        return cookie(request, "patchbay-theme").equals("dark") ? "dark" : "light";
    }

    private static String cookie(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(name)) {
                    return cookie.getValue();
                }
            }
        }
        return "";
    }
}
