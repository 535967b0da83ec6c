// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.mutation.equivalence;

import org.caseledger.procedure.definition.Definition;
import org.caseledger.procedure.definition.Reading;

/**
 * Which option a note prefers. A note splits no worlds, and no guard may ask it; it shows the day under its calendar
 * beside each end, whatever its options are called and in whichever order they stand.
 */
final class PreferenceOfANote implements Equivalence {

    @Override
    public String reason() {
        return "a note's preference is asked by nothing";
    }

    @Override
    public Definition plain(Definition definition) {
        return Rewriting.readings(
                definition,
                reading -> reading.kind() == Reading.Kind.NOTE
                        ? new Reading(
                                reading.name(),
                                reading.kind(),
                                reading.options().stream().sorted().toList(),
                                reading.calendar(),
                                reading.source())
                        : reading);
    }
}
