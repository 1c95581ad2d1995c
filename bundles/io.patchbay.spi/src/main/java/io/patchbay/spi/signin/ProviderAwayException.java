// SPDX-License-Identifier: Apache-2.0
package io.patchbay.spi.signin;

/** A provider cannot be asked now. */
public final class ProviderAwayException extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * With its cause.
     *
     * @param message which provider, and what was tried
     * @param cause why
     */
    public ProviderAwayException(String message, Throwable cause) {
        super(message, cause);
    }
}
