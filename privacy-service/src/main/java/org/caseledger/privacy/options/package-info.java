// SPDX-License-Identifier: Apache-2.0
/** The service's configuration: one typed record, parsed once from a file and the environment. */
@NullMarked
package org.caseledger.privacy.options;

import org.jspecify.annotations.NullMarked;
