// SPDX-License-Identifier: Apache-2.0
package org.caseledger.audit;

import org.caseledger.procedure.engine.Evaluation;
import org.caseledger.procedure.record.CaseHeader;

/**
 * What the ledger says of one case, evaluated from all its entries.
 *
 * @param kind {@code case} or {@code request}
 * @param header the header as it stands
 * @param entries number of entries that the history holds
 * @param evaluation the result as of the audit's day
 */
public record CaseResult(String kind, CaseHeader header, int entries, Evaluation evaluation) {}
