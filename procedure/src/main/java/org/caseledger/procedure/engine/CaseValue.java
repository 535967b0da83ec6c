// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

import java.time.LocalDate;

/**
 * What a case attribute has become.
 *
 * @param rule text of the source that made it so
 * @param isFinal whether later steps cannot change it
 */
record CaseValue(String value, LocalDate since, String rule, boolean isFinal) {}
