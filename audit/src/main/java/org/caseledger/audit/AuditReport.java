// SPDX-License-Identifier: Apache-2.0
package org.caseledger.audit;

import java.time.LocalDate;
import java.util.List;

/**
 * What an audit found out, without the cases: an {@link AuditReader} takes these one by one. {@link JsonReport} writes
 * the form that docs/audit.md documents.
 *
 * @param asOf the day for which the cases were evaluated
 * @param ledger which ledger this is
 * @param verified what was verified, in numbers
 * @param copies the other copies that were compared
 * @param cases number of cases on the ledger
 * @param requests number of data protection requests on the ledger
 * @param findings what is wrong; empty for a sound ledger
 */
public record AuditReport(
        LocalDate asOf,
        Identity ledger,
        Verified verified,
        List<Copy> copies,
        long cases,
        long requests,
        List<Finding> findings) {

    public AuditReport {
        copies = List.copyOf(copies);
        findings = List.copyOf(findings);
    }

    /** Whether nothing was found. */
    public boolean sound() {
        return findings.isEmpty();
    }

    /**
     * Which ledger was verified.
     *
     * @param channel its name; empty when block 0 could not be read
     * @param height number of blocks
     * @param genesisHash hash of block 0's header, hex
     * @param headHash hash of the last block's header, hex: what another auditor must find as well
     * @param endorsers authorities that block 0 lets endorse
     * @param participants founding participants; empty while they are not active
     */
    public record Identity(
            String channel,
            long height,
            String genesisHash,
            String headHash,
            List<String> endorsers,
            List<String> participants) {

        static final Identity UNKNOWN = new Identity("", 0, "", "", List.of(), List.of());
    }

    /**
     * What was verified, in numbers.
     *
     * @param blocks blocks whose chain, data and orderers' signatures were checked
     * @param transactions transactions whose flag was recomputed
     * @param valid transactions that the rules call valid
     * @param executedAgain transactions of the contract that were executed again
     * @param signatures signatures of creators, endorsers and orderers
     * @param signaturesPerSecond the same by the time that judging the blocks took
     * @param signatureProvider which implementation of the algorithm was used
     */
    public record Verified(
            long blocks,
            long transactions,
            long valid,
            long executedAgain,
            long signatures,
            long signaturesPerSecond,
            String signatureProvider) {}

    /**
     * Another copy that was compared with the verified one.
     *
     * @param name of its file
     * @param height number of its blocks
     * @param same whether both hold the same blocks as far as they go
     */
    public record Copy(String name, long height, boolean same) {}
}
