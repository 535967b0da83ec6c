// SPDX-License-Identifier: Apache-2.0
/**
 * The REST interface: openapi.yaml gives routes, roles and validation; what passes reaches a feature's handler as a
 * {@link org.caseledger.gateway.http.Call}. Nothing of a body, a path or a token is logged here.
 */
@org.jspecify.annotations.NullMarked
package org.caseledger.gateway.http;
