// SPDX-License-Identifier: Apache-2.0
/** Transport only: certificates, routes, bodies, problems, health and metrics. */
@NullMarked
package org.caseledger.privacy.http;

import org.jspecify.annotations.NullMarked;
