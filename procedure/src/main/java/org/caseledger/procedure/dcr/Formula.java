// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.dcr;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A guard in negation normal form over atoms. */
sealed interface Formula {

    Formula HOLDS = new Known(true);
    Formula FAILS = new Known(false);

    record And(List<Formula> of) implements Formula {
        public And {
            of = List.copyOf(of);
        }
    }

    record Or(List<Formula> of) implements Formula {
        public Or {
            of = List.copyOf(of);
        }
    }

    record Literal(Atom atom, boolean positive) implements Formula {
        String text() {
            return positive ? atom.text() : "not " + atom.text();
        }
    }

    record Known(boolean holds) implements Formula {}

    /** Something that a plain DCR graph cannot say: time, readings, parameters. */
    record Unsaid(String text) implements Formula {}

    /** Kleene's value: true, false, or null where it is not known. */
    static @Nullable Boolean value(Formula formula, Function<Atom, @Nullable Boolean> atoms) {
        if (formula instanceof Known known) {
            return known.holds();
        } else if (formula instanceof Literal literal) {
            var value = atoms.apply(literal.atom());
            return value == null ? null : value == literal.positive();
        } else if (formula instanceof And and) {
            return decide(and.of(), false, atoms);
        } else if (formula instanceof Or or) {
            return decide(or.of(), true, atoms);
        }
        return null;
    }

    /** The value that decides if one part has it; its contrary if all have that; else null. */
    private static @Nullable Boolean decide(
            List<Formula> parts, boolean deciding, Function<Atom, @Nullable Boolean> atoms) {
        Boolean result = !deciding;
        for (var part : parts) {
            var value = value(part, atoms);
            if (value == null) {
                result = null;
            } else if (value == deciding) {
                return deciding;
            }
        }
        return result;
    }
}
