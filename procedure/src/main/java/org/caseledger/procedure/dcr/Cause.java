// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.dcr;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.caseledger.procedure.definition.Limit;
import org.caseledger.procedure.definition.StepType;
import org.jspecify.annotations.Nullable;

/** An event of the compiled graph that changes what guards see. */
sealed interface Cause {

    String id();

    /** The name by which guards and anchors speak of it, or null. */
    @Nullable
    String name();

    /**
     * A step with one value for each attribute that guards ask about.
     *
     * @param values in the order of the step's attributes, without one that it leaves out
     * @param annuls the step that it annuls, or null
     */
    record Step(
            String id,
            StepType type,
            Map<String, String> values,
            @Nullable String annuls) implements Cause {
        public Step {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }

        static Step of(StepType type, Map<String, String> values, @Nullable String annuls) {
            var parts = new StringBuilder();
            values.forEach(
                    (name, value) -> parts.append(',').append(name).append('=').append(value));
            if (annuls != null) {
                parts.append(",annuls=").append(annuls);
            }
            var id = parts.isEmpty() ? type.name() : type.name() + "[" + parts.substring(1) + "]";
            return new Step(id, type, values, annuls);
        }

        @Override
        public String name() {
            return type.name();
        }
    }

    /** A limit passes unmet. */
    record Lapse(String id, Limit limit) implements Cause {
        @Override
        public @Nullable String name() {
            return limit.lapse() == null ? null : limit.lapse().as();
        }
    }

    /** A limit that recurs does so no more. */
    record Over(String id, Limit limit) implements Cause {
        @Override
        public @Nullable String name() {
            return null;
        }
    }
}
