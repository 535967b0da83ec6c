// SPDX-License-Identifier: Apache-2.0
/** Plays a definition over recorded steps: order, limits, lapses, readings. A pure function of its arguments. */
@org.jspecify.annotations.NullMarked
package org.caseledger.procedure.engine;
