// SPDX-License-Identifier: Apache-2.0
package io.patchbay.api.measure;

import org.osgi.annotation.versioning.ProviderType;

/** All figures of this node in a form for monitoring systems. Safe for any thread. */
@ProviderType
public interface Exposition {
    /**
     * What {@link #text()} is.
     *
     * @return a media type with version and character set
     */
    String mediaType();

    /**
     * The figures as they are now. Answers at once.
     *
     * @return Prometheus text exposition, lines end with a line feed
     */
    String text();

    /**
     * Whether a bearer token is the one that was made for scrapers and opens this text and nothing else.
     *
     * @param token as it came
     * @return false for all others; takes as long for any of them
     */
    boolean isScraper(String token);
}
