// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

import java.util.List;
import org.caseledger.procedure.definition.Within;

/** How an end is found, with its names looked up. */
sealed interface TermRule {

    /** A period counted from an anchor. */
    record Counted(AnchorRule from, Within within) implements TermRule {}

    /** A date that the newest occurrence of a step states. */
    record Stated(PointRule date, PointRule step) implements TermRule {}

    /** The end of another limit, met or not. */
    record EndOf(PointRule end) implements TermRule {}

    /** Of those that give an end the earliest, or the latest. */
    record OneOf(boolean latest, List<TermRule> terms) implements TermRule {}
}
