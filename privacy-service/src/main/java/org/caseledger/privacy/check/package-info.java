// SPDX-License-Identifier: Apache-2.0
/** A program of its own that rereads storage after a destruction and looks for what must be gone. */
@NullMarked
package org.caseledger.privacy.check;

import org.jspecify.annotations.NullMarked;
