// SPDX-License-Identifier: Apache-2.0
package org.caseledger.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Locale;
import java.util.function.Supplier;

/** The processor time of one thread for the engine's two ways, which other load on the machine hardly changes. */
public final class EngineFigure {

    private static final int[] LENGTHS = {40, 400, 1000};
    private static final int ROUNDS = 6;
    private static final double NANOS_A_MICRO = 1e3;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private int kept;

    private EngineFigure() {}

    public static void main(String[] arguments) {
        var figure = new EngineFigure();
        for (var length : LENGTHS) {
            figure.measure(length);
        }
        System.out.println("results kept: " + figure.kept);
    }

    private void measure(int length) {
        var file = new LongCase(length);
        var before = file.beforeLast();
        var last = file.steps().get(length - 1);
        var apply = best(100_000, () -> file.engine().apply(before, LongCase.ROLES, last));
        var evaluate = best(
                400_000 / length, () -> file.engine().evaluate(file.steps(), LongCase.ROLES, LongCase.AS_OF, null));
        System.out.println(
                String.format(Locale.ROOT, "%d steps: apply %.1f us, evaluate %.0f us", length, apply, evaluate));
    }

    /** Microseconds of the best round; the first rounds warm up. */
    private double best(int times, Supplier<Object> action) {
        var best = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            var start = threads.getCurrentThreadCpuTime();
            for (int i = 0; i < times; i++) {
                kept += action.get() == null ? 0 : 1;
            }
            best = Math.min(best, (threads.getCurrentThreadCpuTime() - start) / NANOS_A_MICRO / times);
        }
        return best;
    }
}
