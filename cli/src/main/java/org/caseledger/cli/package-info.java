// SPDX-License-Identifier: Apache-2.0
/**
 * The {@code caseledger} command. A command parses, calls one public class and renders; each lives in a package of its
 * own beside what it calls. {@link org.caseledger.cli.Main} is the entry, {@link org.caseledger.cli.ExitCode} says what
 * the exit codes mean.
 */
@NullMarked
package org.caseledger.cli;

import org.jspecify.annotations.NullMarked;
