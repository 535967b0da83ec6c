// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.procedure.show;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.caseledger.cli.procedure.words.Names;
import org.caseledger.cli.procedure.words.Periods;
import org.caseledger.procedure.definition.Definition;
import org.caseledger.procedure.definition.Lapse;
import org.caseledger.procedure.definition.Limit;
import org.caseledger.procedure.definition.StepType;

/**
 * What the picture of a procedure shows: steps with what they need, limits between what starts and what meets them, and
 * what happens when one passes.
 *
 * @param shapes by id
 * @param apart steps that no arrow touches
 */
public record Picture(Map<String, Shape> shapes, List<Arrow> arrows, List<String> apart) {
    public Picture {
        shapes = Collections.unmodifiableMap(new LinkedHashMap<>(shapes));
        arrows = List.copyOf(arrows);
        apart = List.copyOf(apart);
    }

    /** What a shape stands for. */
    public enum Form {
        STEP,
        LIMIT,
        LAPSE
    }

    /**
     * A thing in the picture.
     *
     * @param who the role whose it is, or {@code others}
     * @param lines what it says; the first is its name
     */
    public record Shape(Form form, String who, List<String> lines) {}

    /** What an arrow says. */
    public enum Meaning {
        /** The second needs the first. */
        NEEDS,
        /** The step starts the limit. */
        STARTS,
        /** The step meets the limit. */
        MEETS,
        /** The limit passes into its lapse. */
        PASSES
    }

    /** An arrow between two shapes. */
    public record Arrow(String from, String to, Meaning meaning) {}

    public static final String OTHERS = "others";

    public static Picture of(Definition definition) {
        return new Drawing(definition).picture();
    }

    private static final class Drawing {
        private final Definition definition;
        private final Map<String, Shape> shapes = new LinkedHashMap<>();
        private final Set<Arrow> arrows = new LinkedHashSet<>();
        private final Map<String, String> lapses = new LinkedHashMap<>();

        Drawing(Definition definition) {
            this.definition = definition;
        }

        Picture picture() {
            definition.steps().forEach(step -> shapes.put(step(step.name()), shape(step)));
            definition.limits().forEach(this::limit);
            definition.steps().forEach(step -> step.needs().forEach(need -> Names.of(need.condition())
                    .forEach(name -> arrow(happening(name), step(step.name()), Meaning.NEEDS))));
            definition.limits().forEach(limit -> limit.end().forEach(end -> Names.of(end.term())
                    .forEach(name -> arrow(happening(name), limit(limit.name()), Meaning.STARTS))));
            Set<String> touched = new LinkedHashSet<>();
            arrows.forEach(arrow -> {
                touched.add(arrow.from());
                touched.add(arrow.to());
            });
            List<String> apart = new ArrayList<>();
            definition.steps().stream()
                    .filter(step -> !touched.contains(step(step.name())))
                    .forEach(step -> {
                        shapes.remove(step(step.name()));
                        apart.add(step.name());
                    });
            return new Picture(shapes, List.copyOf(arrows), apart);
        }

        private void limit(Limit limit) {
            String id = limit(limit.name());
            shapes.put(id, new Shape(Form.LIMIT, who(limit.by()), List.of(limit.name(), Periods.brief(limit))));
            limit.metBy().forEach(met -> arrow(id, step(met.step()), Meaning.MEETS));
            Lapse lapse = limit.lapse();
            if (lapse == null) {
                return;
            }
            String name = lapse.as() == null ? limit.name() + " has passed" : lapse.as();
            List<String> lines = new ArrayList<>(List.of(name));
            lapse.sets().forEach(set -> set.values()
                    .forEach((attribute, value) ->
                            lines.add(attribute + ": " + value + (set.when() == null ? "" : ", if …"))));
            String passed = "lapse-" + limit.name();
            lapses.put(name, passed);
            shapes.put(passed, new Shape(Form.LAPSE, OTHERS, lines));
            arrow(id, passed, Meaning.PASSES);
        }

        private Shape shape(StepType step) {
            return new Shape(
                    Form.STEP,
                    who(step.by()),
                    List.of(step.name(), step.kind().name().toLowerCase(Locale.ROOT) + " · " + step.by()));
        }

        private String who(String by) {
            return definition.roles().containsKey(by) ? by : OTHERS;
        }

        private void arrow(String from, String to, Meaning meaning) {
            if (shapes.containsKey(from) && shapes.containsKey(to) && !from.equals(to)) {
                arrows.add(new Arrow(from, to, meaning));
            }
        }

        private String happening(String name) {
            return lapses.getOrDefault(name, step(name));
        }

        private static String step(String name) {
            return "step-" + name;
        }

        private static String limit(String name) {
            return "limit-" + name;
        }
    }
}
