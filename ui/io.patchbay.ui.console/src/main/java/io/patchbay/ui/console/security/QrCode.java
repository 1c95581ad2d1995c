// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.security;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import com.vaadin.flow.component.Svg;

/** A text as a QR code, dark on white in either theme: cameras want it so. */
final class QrCode {
    private static final int QUIET = 4;

    private QrCode() {}

    static Svg of(String text, String label) {
        Svg picture = new Svg(svg(text));
        picture.getElement().setAttribute("role", "img").setAttribute("aria-label", label);
        picture.addClassName("qr");
        return picture;
    }

    static String svg(String text) {
        ByteMatrix cells;
        try {
            cells = Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
        } catch (WriterException e) {
            throw new IllegalArgumentException("too long for a QR code: " + text.length() + " characters", e);
        }
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < cells.getHeight(); y++) {
            for (int x = 0; x < cells.getWidth(); x++) {
                if (cells.get(x, y) == 1) {
                    path.append('M')
                            .append(x + QUIET)
                            .append(' ')
                            .append(y + QUIET)
                            .append("h1v1h-1z");
                }
            }
        }
        int size = cells.getWidth() + 2 * QUIET;
        return "<svg viewBox='0 0 " + size + " " + size + "' shape-rendering='crispEdges' width='196' height='196'>"
                + "<rect width='" + size + "' height='" + size + "' fill='#fff'/><path fill='#000' d='" + path
                + "'/></svg>";
    }
}
