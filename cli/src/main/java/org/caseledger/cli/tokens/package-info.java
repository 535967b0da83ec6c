// SPDX-License-Identifier: Apache-2.0
/**
 * The demo's token issuer: stands where an authority's identity provider stands in production. It is no part of any
 * service; gateways see nothing of it but a JWKS file.
 */
@NullMarked
package org.caseledger.cli.tokens;

import org.jspecify.annotations.NullMarked;
