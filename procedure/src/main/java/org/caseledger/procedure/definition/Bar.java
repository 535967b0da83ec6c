// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.definition;

/**
 * While the condition holds, the step is forbidden. It stops no clock.
 *
 * @param otherwise what becomes of a step that was taken all the same
 */
public record Bar(String step, Condition condition, Otherwise otherwise, Source source) {}
