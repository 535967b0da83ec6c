// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.caseledger.procedure.daybyday.RandomCase;
import org.caseledger.procedure.daybyday.RandomDefinition;
import org.junit.jupiter.api.Test;

/** What a step can change is known from the definition alone, whatever it says. */
class RandomDependencesTest {

    private static final int DEFINITIONS = 100;
    private static final int CASES = 3;

    @Test
    void asking_only_what_depends_on_a_step_is_asking_everything() {
        for (long seed = 1; seed <= DEFINITIONS; seed++) {
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
                assertThat(json(program, sparing))
                        .as("seed %d, case %d", seed, i)
                        .isEqualTo(json(program, thorough));
            }
        }
    }

    private static String json(Program program, Playback playback) {
        return new CaseState(program, playback.markings(), null).toJson().toString();
    }
}
