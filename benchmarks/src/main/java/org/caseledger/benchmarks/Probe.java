// SPDX-License-Identifier: Apache-2.0
package org.caseledger.benchmarks;

import org.openjdk.jmh.annotations.Benchmark;

public class Probe {
    @Benchmark
    public int one() {
        return 1;
    }
}
