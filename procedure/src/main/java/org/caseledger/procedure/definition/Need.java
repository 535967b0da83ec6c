// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.definition;

/**
 * What the law asks before a step.
 *
 * @param condition what must hold
 * @param otherwise what follows where it does not
 */
public record Need(Condition condition, Otherwise otherwise, Source source) {}
