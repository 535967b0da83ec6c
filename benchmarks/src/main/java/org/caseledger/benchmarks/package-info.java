// SPDX-License-Identifier: Apache-2.0
/** What the figures in docs/BENCHMARKS.md were measured with. Nothing in the product imports it. */
@org.jspecify.annotations.NullMarked
package org.caseledger.benchmarks;
