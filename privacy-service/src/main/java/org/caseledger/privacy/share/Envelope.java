// SPDX-License-Identifier: Apache-2.0
package org.caseledger.privacy.share;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDHDecrypter;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import com.nimbusds.jose.jwk.ECKey;
import java.io.IOException;
import java.text.ParseException;
import org.caseledger.privacy.problem.ProblemCode;
import org.caseledger.privacy.problem.ProblemException;

/** Messages between privacy services: JSON in a compact JWE (RFC 7516, ECDH-ES+A256KW and A256GCM) to a one-time key. */
public final class Envelope {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Envelope() {}

    public static String seal(Object message, ECKey receiver) throws JOSEException, IOException {
        JWEHeader header = new JWEHeader.Builder(JWEAlgorithm.ECDH_ES_A256KW, EncryptionMethod.A256GCM)
                .keyID(receiver.getKeyID())
                .build();
        JWEObject envelope = new JWEObject(header, new Payload(JSON.writeValueAsBytes(message)));
        envelope.encrypt(new ECDHEncrypter(receiver));
        return envelope.serialize();
    }

    /** @throws ProblemException if the key is not at hand, or the message does not open or is not of the type */
    public static <T> T open(String compact, ReceiverKeys keys, String sender, Class<T> type) {
        try {
            JWEObject envelope = JWEObject.parse(compact);
            JWEHeader header = envelope.getHeader();
            if (!JWEAlgorithm.ECDH_ES_A256KW.equals(header.getAlgorithm())
                    || !EncryptionMethod.A256GCM.equals(header.getEncryptionMethod())
                    || header.getKeyID() == null) {
                throw new ProblemException(ProblemCode.MESSAGE_UNREADABLE);
            }
            ECKey key = keys.take(header.getKeyID(), sender)
                    .orElseThrow(() -> new ProblemException(ProblemCode.RECEIVER_KEY_UNKNOWN));
            envelope.decrypt(new ECDHDecrypter(key));
            return JSON.readValue(envelope.getPayload().toBytes(), type);
        } catch (ParseException | JOSEException | IOException e) {
            throw new ProblemException(ProblemCode.MESSAGE_UNREADABLE);
        }
    }
}
