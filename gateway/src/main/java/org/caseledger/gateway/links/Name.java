// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.links;

import org.jspecify.annotations.Nullable;

/**
 * How a case is shown in this authority. Never kept.
 *
 * @param fileNumber null while unclaimed
 */
public record Name(String handle, @Nullable String fileNumber) {}
