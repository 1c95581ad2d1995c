// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory.factor;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.time.Instant;
import javax.crypto.spec.SecretKeySpec;

/** A person's phone. */
public record Authenticator(String secret) {
    /** What it shows. */
    public String code(Instant now) {
        try {
            return new TimeBasedOneTimePasswordGenerator()
                    .generateOneTimePasswordString(new SecretKeySpec(Base32.bytes(secret), "HmacSHA1"), now);
        } catch (InvalidKeyException e) {
            throw new AssertionError(e);
        }
    }
}
