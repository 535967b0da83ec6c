// SPDX-License-Identifier: Apache-2.0
/** Data protection requests: what each stage needs, and the destruction of links. */
@NullMarked
package org.caseledger.privacy.request;

import org.jspecify.annotations.NullMarked;
