// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.web;

import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import io.patchbay.ui.console.core.Choices;
import io.patchbay.ui.kit.text.Languages;
import java.security.SecureRandom;
import java.util.Base64;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The page that Flow starts in: language and theme before anything is drawn, our files, a nonce for its own scripts.
 */
final class IndexPage {
    private static final SecureRandom RANDOM = new SecureRandom();

    void complete(IndexHtmlResponse response) {
        if (!(response.getVaadinRequest() instanceof VaadinServletRequest request)) {
            return;
        }
        Document page = response.getDocument();
        Choices choices = Choices.of(request);
        page.selectFirst("html")
                .attr("lang", Languages.chinese(choices.language()) ? "zh-CN" : "en")
                .attr("theme", choices.theme());
        Element head = page.head();
        head.appendElement("link")
                .attr("rel", "icon")
                .attr("id", "icon")
                .attr("type", "image/svg+xml")
                .attr("href", "/patchbay/icon.svg");
        head.appendElement("link").attr("rel", "stylesheet").attr("href", "/themes/patchbay/styles.css");
        head.prependElement("script").attr("type", "module").attr("src", "/patchbay/console.js");
        String nonce = nonce();
        page.select("script").forEach(script -> script.attr("nonce", nonce));
        response.getVaadinResponse().setHeader("Content-Security-Policy", SecurityHeaders.policy(nonce));
    }

    private static String nonce() {
        byte[] bytes = new byte[18];
        RANDOM.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
