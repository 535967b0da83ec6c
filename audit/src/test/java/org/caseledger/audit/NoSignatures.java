// SPDX-License-Identifier: Apache-2.0
package org.caseledger.audit;

import java.security.Key;
import java.security.KeyFactorySpi;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.SignatureSpi;
import java.security.spec.KeySpec;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.caseledger.ledger.crypto.SignatureProvider;

/** Signs everything with the same bytes and takes them for right: what a ledger costs without its signatures. */
final class NoSignatures extends Provider {

    private static final long serialVersionUID = 1L;

    private NoSignatures() {
        super("none", "1", "No signatures");
        putService(service("Signature", "SHA256withECDSA"));
        putService(service("KeyFactory", "EC"));
    }

    static SignatureProvider provider() {
        return SignatureProvider.of(new NoSignatures());
    }

    private Service service(String type, String algorithm) {
        return new Service(this, type, algorithm, "none", List.of(), Map.of()) {
            @Override
            public Object newInstance(Object parameter) {
                return type.equals("Signature") ? new Same() : new AsTheyAre();
            }

            @Override
            public boolean supportsParameter(Object key) {
                return true;
            }
        };
    }

    private static final class AsTheyAre extends KeyFactorySpi {
        @Override
        protected Key engineTranslateKey(Key key) {
            return key;
        }

        @Override
        protected PublicKey engineGeneratePublic(KeySpec spec) {
            throw new UnsupportedOperationException();
        }

        @Override
        protected PrivateKey engineGeneratePrivate(KeySpec spec) {
            throw new UnsupportedOperationException();
        }

        @Override
        protected <T extends KeySpec> T engineGetKeySpec(Key key, Class<T> spec) {
            throw new UnsupportedOperationException();
        }
    }

    @SuppressWarnings("deprecation") // the class to extend demands them
    private static final class Same extends SignatureSpi {
        private static final byte[] DER = new byte[70];

        static {
            Arrays.fill(DER, (byte) 0x11);
            System.arraycopy(new byte[] {0x30, 0x44, 0x02, 0x20}, 0, DER, 0, 4);
            System.arraycopy(new byte[] {0x02, 0x20}, 0, DER, 36, 2);
        }

        @Override
        protected void engineInitVerify(PublicKey key) {}

        @Override
        protected void engineInitSign(PrivateKey key) {}

        @Override
        protected void engineUpdate(byte one) {}

        @Override
        protected void engineUpdate(byte[] bytes, int from, int length) {}

        @Override
        protected byte[] engineSign() {
            return DER.clone();
        }

        @Override
        protected boolean engineVerify(byte[] signature) {
            return true;
        }

        @Override
        protected void engineSetParameter(String name, Object value) {
            throw new UnsupportedOperationException();
        }

        @Override
        protected Object engineGetParameter(String name) {
            throw new UnsupportedOperationException();
        }
    }
}
