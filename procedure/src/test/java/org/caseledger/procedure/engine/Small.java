// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.caseledger.procedure.definition.Definition;
import org.caseledger.procedure.definition.DefinitionReader;
import org.caseledger.procedure.record.Roles;

/** Small procedures, each made for one construct of the language. */
final class Small {

    static final Roles ROLES = Roles.of(Map.of("owner", List.of("AT-DUBLIN")));

    private static final String HEAD = """
            definition: small@1
            semantics: 1
            calendar: eu-604-2013-art42@1
            law: {celex: 32013R0604, confirmed: true}
            roles: {owner: one}
            opening: {role: owner, steps: [begun]}
            """;

    private Small() {}

    /** A definition of these lists, which end when {@code over} happened. */
    static Definition definition(String lists) {
        return DefinitionReader.readYaml("small.yaml", HEAD + lists + """
                ends: {when: over, source: "1"}
                """);
    }

    /** A case that was begun on a day. */
    static Story begun(Definition definition, String day) {
        return Story.of(definition, ROLES).step(day, "begun", "owner");
    }

    static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    /** What became of a limit: end and status of each of its instances. */
    static List<String> limit(Evaluation evaluation, String name) {
        return evaluation.limits().stream()
                .map(Evaluation.LimitState::current)
                .filter(due -> due.limit().equals(name))
                .map(due -> due.end() + " " + due.status())
                .toList();
    }

    /** The verbs of a limit's history, those without effect in brackets. */
    static List<String> history(Evaluation evaluation, String name) {
        return evaluation.limits().stream()
                .filter(state -> state.current().limit().equals(name))
                .flatMap(state -> state.history().stream())
                .map(change -> change.effective() ? change.verb() : "(" + change.verb() + ")")
                .toList();
    }

    static Map<String, String> values(Evaluation evaluation) {
        var values = new java.util.TreeMap<String, String>();
        evaluation.values().forEach((name, value) -> values.put(name, value.value()));
        return values;
    }

    static List<String> flags(Evaluation evaluation) {
        return evaluation.remarks().stream()
                .map(remark -> remark.step() + " " + remark.flag().kind() + " "
                        + remark.flag().subject())
                .toList();
    }
}
