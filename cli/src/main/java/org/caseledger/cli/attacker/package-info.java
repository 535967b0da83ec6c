// SPDX-License-Identifier: Apache-2.0
/**
 * An attacker on an authority's links, written from {@code docs/privacy-formats.md} alone: what somebody recovers who
 * holds every database, file and key that still exists. In the order of reading: options, evidence (files, databases),
 * where sealed pages may lie, opening them, the entries, the report.
 *
 * <p>It runs as a JVM of its own and uses the JDK and a JDBC driver only: nothing of this project may enter, so that an
 * error that the service makes in its own formats is not repeated here.
 */
@NullMarked
package org.caseledger.cli.attacker;

import org.jspecify.annotations.NullMarked;
