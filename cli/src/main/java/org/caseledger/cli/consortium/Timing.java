// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.consortium;

/**
 * How long one part of the start took. Parts run side by side, so that they do not add up to the whole.
 *
 * @param milliseconds by the monotonic clock
 */
public record Timing(String part, long milliseconds) {}
