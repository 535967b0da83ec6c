// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.caseledger.procedure.daybyday.RandomCase;
import org.caseledger.procedure.daybyday.RandomDefinition;

/** What a step can change is known from the definition alone, whatever it says. */
class DependencesProperties {

    private static final int CASES = 3;

    @Property(shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE, seed = "20261121")
    void asking_only_what_depends_on_a_step_is_asking_everything(@ForAll long seed) {
        var random = new Random(seed);
        var definition = RandomDefinition.draw(random).definition();
        var program = new Program(definition, Story.LIBRARY.calendarsOf(definition));
        var initial = Story.engineOf(definition).initial();
        var roles = RandomCase.roles(definition);
        for (int i = 0; i < CASES; i++) {
            var steps = LiveSteps.of(RandomCase.steps(definition, roles, random), new StepOrder(program));
            var sparing = Playback.from(program, initial, roles);
            var thorough = Playback.from(program, initial, roles);
            for (var step : steps) {
                sparing.play(step);
                thorough.players().forEach(Player::askEverything);
                thorough.play(step);
            }
            assertThat(json(program, sparing)).as("case %d", i).isEqualTo(json(program, thorough));
        }
    }

    private static String json(Program program, Playback playback) {
        return new CaseState(program, playback.markings(), null).toJson().toString();
    }
}
