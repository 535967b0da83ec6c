// SPDX-License-Identifier: Apache-2.0
/** Puts the rules of a definition into English. Gives {@link org.caseledger.cli.procedure.words.Line}s, prints nothing. */
@NullMarked
package org.caseledger.cli.procedure.words;

import org.jspecify.annotations.NullMarked;
