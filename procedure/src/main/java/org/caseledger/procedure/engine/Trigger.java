// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

/** A verb of a limit that a name triggers. */
record Trigger(LimitRule limit, LimitRule.Call call) {}
