// SPDX-License-Identifier: Apache-2.0
package org.caseledger.audit;

/** Takes what an audit finds out while it finds it out, so that a million cases need not be kept. */
public interface AuditReader {

    /** For those who want the findings alone. */
    AuditReader NONE = new AuditReader() {};

    /** Called once, after the last block: the report as it stands, without a case. */
    default void walked(AuditReport blocks) {}

    /** Called for every case by its id, then for every request by its id. */
    default void evaluated(CaseResult result) {}
}
