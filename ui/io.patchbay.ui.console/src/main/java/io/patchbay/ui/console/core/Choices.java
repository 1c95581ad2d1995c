// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.core;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import io.patchbay.ui.kit.text.Languages;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;

/**
 * What a reader chose for himself, kept in cookies of his browser: language and light or dark. Only HTTP requests tell:
 * what comes over the push WebSocket, and that may be a page's first navigation, has neither cookies nor a language.
 *
 * @param language as chosen, else as the browser asks
 * @param theme {@code dark} or {@code light}
 */
public record Choices(Locale language, String theme) {
    /** As an HTTP request tells them. */
    public static Choices of(HttpServletRequest request) {
        String chosen = cookie(request, "patchbay-language");
        return new Choices(
                Languages.of(chosen.isEmpty() ? request.getLocale().toLanguageTag() : chosen),
                cookie(request, "patchbay-theme").equals("dark") ? "dark" : "light");
    }

    /** As they were when the page was made. */
    public static Choices of(UI page) {
        return ComponentUtil.getData(page, Choices.class);
    }

    /** Keeps them for the life of a page. */
    public void keepIn(UI page) {
        page.setLocale(language);
        ComponentUtil.setData(page, Choices.class, this);
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
