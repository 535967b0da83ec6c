// SPDX-License-Identifier: Apache-2.0
/** What a caseworker does with cases: open, record, correct, bind, seal, read. */
@org.jspecify.annotations.NullMarked
package org.caseledger.gateway.casework;
