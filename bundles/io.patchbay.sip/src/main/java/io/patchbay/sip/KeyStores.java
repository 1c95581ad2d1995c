// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Collections;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** The key of SIP over TLS. */
final class KeyStores {
    private KeyStores() {}

    /** Our key from the store; others are trusted as Java's own store, and certificates beside the key, say. */
    static SSLContext context(SipSettings.Tls wish) throws IOException {
        try (InputStream in = Files.newInputStream(wish.keyStore())) {
            char[] password = wish.password().toCharArray();
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, password);
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(hasCertificates(store) ? store : null);
            SSLContext context = SSLContext.getInstance("TLSv1.2");
            context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException("key store " + wish.keyStore() + ": " + e.getMessage(), e);
        }
    }

    private static boolean hasCertificates(KeyStore store) throws GeneralSecurityException {
        for (String alias : Collections.list(store.aliases())) {
            if (store.isCertificateEntry(alias)) {
                return true;
            }
        }
        return false;
    }
}
