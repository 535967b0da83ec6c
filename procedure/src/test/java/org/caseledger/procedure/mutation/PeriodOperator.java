// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.mutation;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Makes each period one longer and one shorter, and gives a duty without an end one. */
final class PeriodOperator implements Mutator.Operator {

    private static final Set<String> FIELDS =
            Set.of("within", "by", "more-than", "at-least", "at-most", "less-than", "value");
    private static final Pattern PERIOD = Pattern.compile("P[0-9].*|[0-9]+ (working-days|hours)");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    @Override
    public List<Mutant> mutants(Place place) {
        var mutants = new ArrayList<Mutant>();
        if (!FIELDS.contains(place.field()) || !place.node().isTextual()) {
            return mutants;
        }
        var text = place.node().asText();
        if (text.equals("no-time")) {
            mutants.add(place.replaced(TextNode.valueOf("P1M"), "no-time becomes P1M"));
        } else if (PERIOD.matcher(text).matches()) {
            var numbers = NUMBER.matcher(text);
            while (numbers.find()) {
                var number = Integer.parseInt(numbers.group());
                for (var other : new int[] {number - 1, number + 1}) {
                    if (other > 0) {
                        var changed = text.substring(0, numbers.start()) + other + text.substring(numbers.end());
                        mutants.add(place.replaced(TextNode.valueOf(changed), text + " becomes " + changed));
                    }
                }
            }
        }
        return mutants;
    }
}
