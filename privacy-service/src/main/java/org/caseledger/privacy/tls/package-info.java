// SPDX-License-Identifier: Apache-2.0
/** Who speaks: certificates of authorities' services, checked on both ends of a connection. */
@NullMarked
package org.caseledger.privacy.tls;

import org.jspecify.annotations.NullMarked;
