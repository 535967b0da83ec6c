// SPDX-License-Identifier: Apache-2.0
/** Pulls blocks from a peer into a file, with a member's own identity: what an auditor verifies without the peer. */
@NullMarked
package org.caseledger.cli.copy;

import org.jspecify.annotations.NullMarked;
