// SPDX-License-Identifier: Apache-2.0
package org.caseledger.network.certificates;

/** Which service a TLS certificate speaks for: the subject's {@code OU} that internal routes check (decision 0002). */
public enum TlsService {
    GATEWAY("gateway"),
    PRIVACY_SERVICE("privacy-service"),
    PEER("peer"),
    ORDERER("orderer");

    private final String ou;

    TlsService(String ou) {
        this.ou = ou;
    }

    public String ou() {
        return ou;
    }
}
