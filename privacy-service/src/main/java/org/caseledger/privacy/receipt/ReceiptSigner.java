// SPDX-License-Identifier: Apache-2.0
package org.caseledger.privacy.receipt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.util.Base64;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.caseledger.privacy.options.OptionsException;
import org.caseledger.privacy.options.PrivacyOptions;
import org.caseledger.privacy.tls.CertificateFiles;
import org.caseledger.privacy.vault.RequestFile;
import org.caseledger.privacy.vault.RequestFile.Proof;

/**
 * Signs receipts as compact JWS (RFC 7515, ES256) with the service's certificate in {@code x5c}, so that whoever has
 * the authority's TLS root can check one.
 */
public final class ReceiptSigner {

    public static final String TYPE = "caseledger-erasure-receipt+json";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String authority;
    private final ECDSASigner signer;
    private final List<Base64> chain;

    private ReceiptSigner(String authority, ECDSASigner signer, List<Base64> chain) {
        this.authority = authority;
        this.signer = signer;
        this.chain = chain;
    }

    /** The payload of a receipt. */
    record Receipt(int v, String requestId, String authority, String batch, List<Proof> openings) {}

    public static ReceiptSigner of(PrivacyOptions options) throws OptionsException {
        List<Base64> chain = new ArrayList<>();
        try {
            for (X509Certificate each :
                    CertificateFiles.certificates(options.tls().certificate())) {
                chain.add(Base64.encode(each.getEncoded()));
            }
            return new ReceiptSigner(
                    options.authority(),
                    new ECDSASigner(CertificateFiles.key(options.tls().key())),
                    chain);
        } catch (JOSEException | CertificateEncodingException e) {
            throw new OptionsException("The key tls.key cannot sign receipts. Use an EC key on P-256.");
        }
    }

    public String sign(RequestFile request) {
        Receipt receipt =
                new Receipt(1, request.requestId(), authority, String.valueOf(request.batch()), request.proofs());
        try {
            JWSObject jws = new JWSObject(
                    new JWSHeader.Builder(JWSAlgorithm.ES256)
                            .type(new JOSEObjectType(TYPE))
                            .x509CertChain(chain)
                            .build(),
                    new Payload(JSON.writeValueAsBytes(receipt)));
            jws.sign(signer);
            return jws.serialize();
        } catch (JsonProcessingException | JOSEException e) {
            throw new IllegalStateException("a P-256 key always signs", e);
        }
    }
}
