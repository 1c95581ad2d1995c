// SPDX-License-Identifier: Apache-2.0
package io.patchbay.webrtc.dtls;

import io.patchbay.webrtc.srtp.SrtpSession;
import java.io.IOException;
import java.util.Hashtable;
import java.util.List;
import java.util.Vector;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.CertificateRequest;
import org.bouncycastle.tls.CipherSuite;
import org.bouncycastle.tls.ClientCertificateType;
import org.bouncycastle.tls.DefaultTlsServer;
import org.bouncycastle.tls.ExporterLabel;
import org.bouncycastle.tls.HashAlgorithm;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.SRTPProtectionProfile;
import org.bouncycastle.tls.SignatureAlgorithm;
import org.bouncycastle.tls.SignatureAndHashAlgorithm;
import org.bouncycastle.tls.TlsCredentialedSigner;
import org.bouncycastle.tls.TlsExtensionsUtils;
import org.bouncycastle.tls.TlsFatalAlert;
import org.bouncycastle.tls.TlsSRTPUtils;
import org.bouncycastle.tls.UseSRTPData;
import org.bouncycastle.tls.crypto.TlsCertificate;
import org.bouncycastle.tls.crypto.TlsCryptoParameters;
import org.bouncycastle.tls.crypto.impl.bc.BcDefaultTlsCredentialedSigner;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;

/** Our side of one handshake: DTLS 1.2, the client known by its fingerprint, SRTP keys as its only fruit. */
final class SrtpServer extends DefaultTlsServer {
    private static final int PROFILE = SRTPProtectionProfile.SRTP_AES128_CM_HMAC_SHA1_80;
    private static final SignatureAndHashAlgorithm ECDSA =
            new SignatureAndHashAlgorithm(HashAlgorithm.sha256, SignatureAlgorithm.ecdsa);
    private static final SignatureAndHashAlgorithm RSA =
            new SignatureAndHashAlgorithm(HashAlgorithm.sha256, SignatureAlgorithm.rsa);

    private final BcTlsCrypto crypto;
    private final OwnCertificate own;
    private final Fingerprint client;
    private final int limitMillis;
    private boolean known;
    private byte[] exported = {};

    SrtpServer(BcTlsCrypto crypto, OwnCertificate own, Fingerprint client, int limitMillis) {
        super(crypto);
        this.crypto = crypto;
        this.own = own;
        this.client = client;
        this.limitMillis = limitMillis;
    }

    @Override
    protected ProtocolVersion[] getSupportedVersions() {
        return ProtocolVersion.DTLSv12.only();
    }

    @Override
    protected int[] getSupportedCipherSuites() {
        return new int[] {
            CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256, CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384
        };
    }

    @Override
    public boolean requiresExtendedMasterSecret() {
        return true;
    }

    @Override
    public int getHandshakeTimeoutMillis() {
        return limitMillis;
    }

    @Override
    protected TlsCredentialedSigner getECDSASignerCredentials() throws IOException {
        Certificate chain = new Certificate(new TlsCertificate[] {crypto.createCertificate(own.certificate())});
        return new BcDefaultTlsCredentialedSigner(
                new TlsCryptoParameters(context), crypto, PrivateKeyFactory.createKey(own.key()), chain, ECDSA);
    }

    @Override
    @SuppressWarnings("JdkObsolete") // the library's type
    public CertificateRequest getCertificateRequest() {
        return new CertificateRequest(
                new short[] {ClientCertificateType.ecdsa_sign, ClientCertificateType.rsa_sign},
                new Vector<>(List.of(ECDSA, RSA)),
                null);
    }

    @Override
    public void notifyClientCertificate(Certificate chain) throws IOException {
        known = !chain.isEmpty()
                && Fingerprint.of(chain.getCertificateAt(0).getEncoded()).equals(client);
        if (!known) {
            throw new TlsFatalAlert(AlertDescription.bad_certificate);
        }
    }

    @Override
    @SuppressWarnings("rawtypes") // the library's signature
    public void processClientExtensions(Hashtable extensions) throws IOException {
        super.processClientExtensions(extensions);
        UseSRTPData offered = TlsSRTPUtils.getUseSRTPExtension(extensions);
        if (offered == null || !hasProfile(offered.getProtectionProfiles())) {
            throw new TlsFatalAlert(AlertDescription.handshake_failure);
        }
    }

    private static boolean hasProfile(int[] profiles) {
        for (int profile : profiles) {
            if (profile == PROFILE) {
                return true;
            }
        }
        return false;
    }

    @Override
    @SuppressWarnings({"rawtypes", "unchecked"}) // the library's signature
    public Hashtable getServerExtensions() throws IOException {
        Hashtable extensions = TlsExtensionsUtils.ensureExtensionsInitialised(super.getServerExtensions());
        TlsSRTPUtils.addUseSRTPExtension(extensions, new UseSRTPData(new int[] {PROFILE}, new byte[0]));
        return extensions;
    }

    @Override
    public void notifyHandshakeComplete() throws IOException {
        super.notifyHandshakeComplete();
        if (!known) { // it sent no certificate at all
            throw new TlsFatalAlert(AlertDescription.certificate_required);
        }
        exported = context.exportKeyingMaterial(ExporterLabel.dtls_srtp, null, Keys.EXPORTED);
    }

    SrtpSession session() {
        return Keys.session(exported);
    }
}
