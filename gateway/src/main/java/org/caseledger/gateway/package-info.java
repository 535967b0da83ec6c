// SPDX-License-Identifier: Apache-2.0
/**
 * One authority's door to the ledger: the service that is started, and the options it is started with. A request goes
 * from {@code http} (who is it, may they, is it well formed) through a feature ({@code cases}, {@code work},
 * {@code links}, {@code requests}) to {@code write} (kept, submitted, resumed) and {@code ledger} (the Fabric client);
 * what comes of it returns as blocks through {@code projection}.
 */
@org.jspecify.annotations.NullMarked
package org.caseledger.gateway;
