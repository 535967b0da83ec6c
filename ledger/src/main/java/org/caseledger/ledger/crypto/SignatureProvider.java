// SPDX-License-Identifier: Apache-2.0
package org.caseledger.ledger.crypto;

/** Signs and verifies ECDSA over P-256 with SHA-256. */
public interface SignatureProvider {

    /** Its name in figures and logs. */
    String name();
}
