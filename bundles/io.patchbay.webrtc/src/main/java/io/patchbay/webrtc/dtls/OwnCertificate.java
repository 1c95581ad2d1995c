// SPDX-License-Identifier: Apache-2.0
package io.patchbay.webrtc.dtls;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/**
 * A self-signed certificate on P-256, made anew at each start: browsers know it by its fingerprint alone (RFC 8827,
 * 6.5).
 *
 * @param key the private key, PKCS #8
 * @param certificate DER
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record OwnCertificate(byte[] key, byte[] certificate) {
    private static final Duration VALID = Duration.ofDays(365);
    private static final X500Name NAME = new X500Name("CN=WebRTC");

    static OwnCertificate make(SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), random);
            KeyPair pair = generator.generateKeyPair();
            return new OwnCertificate(pair.getPrivate().getEncoded(), sign(pair, random));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("every JDK has P-256", e);
        }
    }

    private static byte[] sign(KeyPair pair, SecureRandom random) throws GeneralSecurityException, IOException {
        AlgorithmIdentifier algorithm = new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);
        Instant now = Instant.now();
        V3TBSCertificateGenerator generator = new V3TBSCertificateGenerator();
        generator.setSerialNumber(new ASN1Integer(new BigInteger(64, random).setBit(0)));
        generator.setIssuer(NAME);
        generator.setSubject(NAME);
        generator.setStartDate(new Time(Date.from(now.minus(Duration.ofDays(1)))));
        generator.setEndDate(new Time(Date.from(now.plus(VALID))));
        generator.setSubjectPublicKeyInfo(
                SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded()));
        generator.setSignature(algorithm);
        TBSCertificate body = generator.generateTBSCertificate();
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(pair.getPrivate(), random);
        signature.update(body.getEncoded("DER"));
        ASN1EncodableVector parts = new ASN1EncodableVector();
        parts.add(body);
        parts.add(algorithm);
        parts.add(new DERBitString(signature.sign()));
        return new DERSequence(parts).getEncoded("DER");
    }

    Fingerprint fingerprint() {
        return Fingerprint.of(certificate);
    }
}
