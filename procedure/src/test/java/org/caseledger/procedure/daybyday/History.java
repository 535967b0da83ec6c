// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.daybyday;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.caseledger.procedure.calendar.Calendar;
import org.caseledger.procedure.daybyday.Occurrence.Instance;
import org.caseledger.procedure.definition.Definition;
import org.caseledger.procedure.definition.Limit;
import org.caseledger.procedure.definition.Parameter;
import org.caseledger.procedure.definition.Scope;
import org.caseledger.procedure.definition.StepType;
import org.caseledger.procedure.definition.Within;
import org.caseledger.procedure.record.Roles;
import org.jspecify.annotations.Nullable;

/** All that is so far in one world. */
final class History {

    /** A value of a case attribute: what set it, and since when. */
    record Value(
            String value,
            @Nullable LocalDate since,
            @Nullable Occurrence by,
            boolean isFinal) {

        /** A value that is set again keeps its first day, unless it becomes final then. */
        boolean isAgain(Value later) {
            return since != null && value.equals(later.value) && isFinal == later.isFinal;
        }
    }

    final Definition definition;
    final Map<String, Calendar> calendars = new HashMap<>();
    final Roles roles;
    final Map<String, String> options;
    final List<Occurrence> occurrences = new ArrayList<>();
    final List<Clock> clocks = new ArrayList<>();
    final Map<String, List<Value>> values = new TreeMap<>();
    final Map<Instance, Boolean> rounds = new LinkedHashMap<>();
    final Set<String> excluded = new HashSet<>();
    final Guards guards = new Guards(this);

    History(Definition definition, List<Calendar> calendars, Roles roles, Map<String, String> options) {
        this.definition = definition;
        calendars.forEach(calendar -> this.calendars.put(calendar.pin().id(), calendar));
        this.roles = roles;
        this.options = options;
        definition.steps().stream().filter(StepType::startsExcluded).forEach(step -> excluded.add(step.name()));
        definition.attributes().forEach((name, list) -> {
            var begun = new ArrayList<Value>();
            begun.add(new Value(list.get(0), null, null, false));
            values.put(name, begun);
        });
    }

    String value(String attribute) {
        return current(attribute).value();
    }

    Value current(String attribute) {
        var all = Objects.requireNonNull(values.get(attribute));
        var newest = all.get(all.size() - 1);
        var since = newest.since();
        for (int i = all.size() - 2; i >= 0 && all.get(i).isAgain(newest); i--) {
            since = all.get(i).since();
        }
        return new Value(newest.value(), since, newest.by(), newest.isFinal());
    }

    Stream<Instance> open(String round) {
        return rounds.entrySet().stream()
                .filter(entry -> entry.getValue() && round.equals(entry.getKey().round()))
                .map(Map.Entry::getKey);
    }

    Instance open(String name, boolean anew) {
        var count = (int) rounds.keySet().stream()
                .filter(round -> name.equals(round.round()))
                .count();
        var round = Instance.round(name, anew ? count + 1 : count);
        if (anew) {
            rounds.put(round, true);
        }
        return round;
    }

    Stream<Clock> clocks(String limit) {
        return clocks.stream().filter(clock -> clock.limit.name().equals(limit));
    }

    boolean has(Instance round) {
        return rounds.containsKey(round);
    }

    /** The instances that a limit has now, by number or by member; of rounds only those that are open. */
    List<Instance> instances(Limit limit) {
        if (limit.scope() instanceof Scope.Round round) {
            return open(round.name()).toList();
        } else if (limit.scope() instanceof Scope.Each each) {
            return roles.holders(each.role()).stream()
                    .sorted()
                    .map(holder -> Instance.member(each.role(), holder))
                    .toList();
        }
        return List.of(Instance.CASE);
    }

    Parameter.Row parameter(String name, Guards.Asked asked) {
        var parameter = Objects.requireNonNull(definition.parameter(name));
        var holders = parameter.countryOf() == null ? List.<String>of() : roles.holders(parameter.countryOf());
        var member = asked.from().member(parameter.countryOf());
        var country = member != null
                ? member.substring(0, 2)
                : holders.isEmpty() ? "" : holders.get(0).substring(0, 2);
        return parameter.rows().stream()
                .filter(row -> row.countries().isEmpty() || row.countries().contains(country))
                .filter(row -> guards.holds(row.when(), asked))
                .findFirst()
                .orElseThrow();
    }

    /** The period of a comparison, or null if it is none of dates. */
    @Nullable
    Period period(Within within, Guards.Asked asked) {
        if (within instanceof Within.Parameter parameter) {
            var value = parameter(parameter.name(), asked).within();
            return value == null ? null : period(value, asked);
        }
        return within instanceof Within.Dates dates ? dates.period() : null;
    }
}
