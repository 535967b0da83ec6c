// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.cases;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.caseledger.gateway.projection.Kind;
import org.caseledger.procedure.record.CaseHeader;
import org.caseledger.procedure.record.CommandId;
import org.caseledger.procedure.record.Entry;
import org.caseledger.procedure.record.RecordedStep;

/**
 * A case or a request with its history, as the read model has it.
 *
 * @param entries in order of arrival; the place in the list plus one is the number that people see
 */
public record Docket(Kind kind, CaseHeader header, List<PlacedEntry> entries) {

    public Docket {
        entries = List.copyOf(entries);
    }

    /** Every step and correction, in order of arrival. */
    public List<RecordedStep> steps() {
        return entries.stream().flatMap(entry -> entry.step().stream()).toList();
    }

    /** Entry numbers by command. */
    public Map<CommandId, Integer> numbers() {
        return entries.stream()
                .collect(Collectors.toUnmodifiableMap(
                        entry -> entry.entry().content().command(), PlacedEntry::position));
    }

    /** The entry of that number. */
    public Optional<PlacedEntry> entry(int number) {
        return number < 1 || number > entries.size() ? Optional.empty() : Optional.of(entries.get(number - 1));
    }

    /** The newest entry that carries that command. */
    public Optional<PlacedEntry> entry(String command) {
        return entries.stream()
                .filter(entry -> entry.entry().content().command().value().equals(command))
                .findFirst();
    }

    /** The newest step of that name. */
    public List<Entry.Step> stepsNamed(String step) {
        return entries.stream()
                .map(entry -> entry.entry().content())
                .filter(Entry.Step.class::isInstance)
                .map(Entry.Step.class::cast)
                .filter(content -> content.step().step().equals(step))
                .toList();
    }
}
