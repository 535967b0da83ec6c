// SPDX-License-Identifier: Apache-2.0
package org.caseledger.audit;

/** Is told how far an audit is. */
@FunctionalInterface
public interface AuditProgress {

    /** For those who do not look. */
    AuditProgress NONE = (verified, height) -> {};

    /** Called after each block. */
    void verified(long verified, long height);

    /** Called after each case and each request, which are counted together. */
    default void evaluated(long evaluated, long cases) {}
}
