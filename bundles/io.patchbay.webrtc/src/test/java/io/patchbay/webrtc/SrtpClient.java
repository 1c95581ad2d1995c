// SPDX-License-Identifier: Apache-2.0
package io.patchbay.webrtc;

import io.patchbay.webrtc.dtls.ClientCertificate;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Hashtable;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.CertificateRequest;
import org.bouncycastle.tls.DefaultTlsClient;
import org.bouncycastle.tls.ExporterLabel;
import org.bouncycastle.tls.HashAlgorithm;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.SRTPProtectionProfile;
import org.bouncycastle.tls.SignatureAlgorithm;
import org.bouncycastle.tls.SignatureAndHashAlgorithm;
import org.bouncycastle.tls.TlsAuthentication;
import org.bouncycastle.tls.TlsCredentials;
import org.bouncycastle.tls.TlsSRTPUtils;
import org.bouncycastle.tls.TlsServerCertificate;
import org.bouncycastle.tls.UseSRTPData;
import org.bouncycastle.tls.crypto.TlsCertificate;
import org.bouncycastle.tls.crypto.TlsCryptoParameters;
import org.bouncycastle.tls.crypto.impl.bc.BcDefaultTlsCredentialedSigner;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;

/** The client's side of a handshake as browsers make it. */
final class SrtpClient extends DefaultTlsClient implements TlsAuthentication {
    private final BcTlsCrypto crypto;
    private final ClientCertificate own;
    private byte[] exported = {};

    SrtpClient(SecureRandom random) {
        super(new BcTlsCrypto(random));
        crypto = (BcTlsCrypto) getCrypto();
        own = ClientCertificate.make(random);
    }

    String fingerprint() {
        return own.fingerprint();
    }

    byte[] exported() {
        return exported;
    }

    @Override
    protected ProtocolVersion[] getSupportedVersions() {
        return ProtocolVersion.DTLSv12.only();
    }

    @Override
    @SuppressWarnings({"rawtypes", "unchecked"}) // the library's signature
    public Hashtable getClientExtensions() throws IOException {
        Hashtable extensions = super.getClientExtensions();
        int[] profiles = {SRTPProtectionProfile.SRTP_AES128_CM_HMAC_SHA1_80};
        TlsSRTPUtils.addUseSRTPExtension(extensions, new UseSRTPData(profiles, new byte[0]));
        return extensions;
    }

    @Override
    public TlsAuthentication getAuthentication() {
        return this;
    }

    @Override
    public void notifyServerCertificate(TlsServerCertificate certificate) {}

    @Override
    public TlsCredentials getClientCredentials(CertificateRequest request) throws IOException {
        Certificate chain = new Certificate(new TlsCertificate[] {crypto.createCertificate(own.certificate())});
        return new BcDefaultTlsCredentialedSigner(
                new TlsCryptoParameters(context),
                crypto,
                PrivateKeyFactory.createKey(own.key()),
                chain,
                new SignatureAndHashAlgorithm(HashAlgorithm.sha256, SignatureAlgorithm.ecdsa));
    }

    @Override
    public void notifyHandshakeComplete() throws IOException {
        super.notifyHandshakeComplete();
        exported = context.exportKeyingMaterial(ExporterLabel.dtls_srtp, null, 60);
    }
}
