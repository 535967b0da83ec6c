// SPDX-License-Identifier: Apache-2.0
package org.caseledger.benchmarks;

import java.util.concurrent.TimeUnit;
import org.caseledger.procedure.library.Library;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/** Every shipped definition and calendar read and checked: in a process that runs, and as the first thing of a new one. */
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class LibraryBenchmark {

    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    @Fork(1)
    @Warmup(iterations = 5, time = 2)
    @Measurement(iterations = 5, time = 2)
    public Library again() {
        return Library.shipped();
    }

    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @Fork(10)
    @Warmup(iterations = 0)
    @Measurement(iterations = 1)
    public Library first() {
        return Library.shipped();
    }
}
