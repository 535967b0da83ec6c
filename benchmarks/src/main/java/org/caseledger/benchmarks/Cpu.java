// SPDX-License-Identifier: Apache-2.0
package org.caseledger.benchmarks;

import java.lang.management.ManagementFactory;
import java.time.Duration;

/** The processor time of this JVM; PostgreSQL's processes are not in it. */
final class Cpu {

    private Cpu() {}

    static Duration time() {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return Duration.ofNanos(system.getProcessCpuTime());
    }
}
