// SPDX-License-Identifier: Apache-2.0
package org.caseledger.benchmarks;

import java.util.concurrent.TimeUnit;
import org.caseledger.procedure.engine.CaseState;
import org.caseledger.procedure.engine.Evaluation;
import org.caseledger.procedure.engine.Outcome;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One step applied, and a whole case evaluated in all its worlds. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class EngineBenchmark {

    /** Steps of the case. */
    @Param({"40", "400", "1000"})
    public int length;

    private LongCase file = new LongCase(40);
    private CaseState beforeLast = file.beforeLast();

    @Setup
    public void play() {
        file = new LongCase(length);
        beforeLast = file.beforeLast();
    }

    @Benchmark
    public Outcome apply() {
        return file.engine().apply(beforeLast, LongCase.ROLES, file.steps().get(length - 1));
    }

    @Benchmark
    public Evaluation evaluate() {
        return file.engine().evaluate(file.steps(), LongCase.ROLES, LongCase.AS_OF, null);
    }
}
