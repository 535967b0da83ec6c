// SPDX-License-Identifier: Apache-2.0
/** Liveness, readiness and metrics, on a port of their own without TLS: bind it where only the operator reaches it. */
@org.jspecify.annotations.NullMarked
package org.caseledger.gateway.management;
