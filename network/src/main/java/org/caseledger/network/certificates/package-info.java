// SPDX-License-Identifier: Apache-2.0
/**
 * Certificates of an authority, issued for a development or trial consortium: a root, an issuing CA and a TLS CA, and
 * what they sign. Subjects name an authority and a service, never a person. Start at {@link AuthorityIssuer}.
 */
@NullMarked
package org.caseledger.network.certificates;

import org.jspecify.annotations.NullMarked;
