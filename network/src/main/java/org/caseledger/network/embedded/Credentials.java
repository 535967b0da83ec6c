// SPDX-License-Identifier: Apache-2.0
package org.caseledger.network.embedded;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/** A P-256 key with its certificate chain, the leaf first, without the root. */
public record Credentials(List<X509Certificate> chain, PrivateKey key) {

    /** The certificate of the key. */
    public X509Certificate leaf() {
        return chain.get(0);
    }
}
