// SPDX-License-Identifier: Apache-2.0
/** What the machine must have, whether it has it, and how to mend what is missing. */
@NullMarked
package org.caseledger.cli.doctor;

import org.jspecify.annotations.NullMarked;
