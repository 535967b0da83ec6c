// SPDX-License-Identifier: Apache-2.0
/** The gateway's side of the authority's privacy service: between file numbers, handles and cases. */
@org.jspecify.annotations.NullMarked
package org.caseledger.gateway.links;
