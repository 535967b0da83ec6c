// SPDX-License-Identifier: Apache-2.0
package org.caseledger.audit;

import java.nio.file.Path;
import java.time.LocalDate;

/**
 * What is to be verified.
 *
 * @param blocks directory with one or more copies of the block file, {@code *.caseledger}; the first by name is verified,
 *     the others are compared with it
 * @param trust directory with {@code block0.sha256} and {@code roots/<authority>.pem}; see docs/audit.md
 * @param asOf the day for which every case is evaluated; an audit reads no clock
 * @param chaincode name of the contract on the ledger
 */
public record AuditRequest(Path blocks, Path trust, LocalDate asOf, String chaincode) {

    public static AuditRequest of(Path blocks, Path trust, LocalDate asOf) {
        return new AuditRequest(blocks, trust, asOf, "caseledger");
    }
}
