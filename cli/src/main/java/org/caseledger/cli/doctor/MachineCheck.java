// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.doctor;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;

/** Room, memory and time. */
final class MachineCheck {
    private static final long MIB = 1024 * 1024;
    private static final long DISK_MIB = 1024;
    private static final long MEMORY_MIB = 2048;

    private MachineCheck() {}

    static Check disk(Path data) {
        Path existing = existing(data);
        try {
            long free = Files.getFileStore(existing).getUsableSpace() / MIB;
            String found = free + " MiB free for " + data.toAbsolutePath();
            if (!Files.isWritable(existing)) {
                return Check.missing(
                        "disk", existing + " is not writable", "Choose another directory with --data DIR.");
            }
            return free >= DISK_MIB
                    ? Check.ok("disk", found)
                    : Check.missing(
                            "disk", found, "Free " + DISK_MIB + " MiB, or choose another disk with --data DIR.");
        } catch (IOException e) {
            return Check.missing("disk", existing + " cannot be examined", "Choose another directory with --data DIR.");
        }
    }

    static Check memory() {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long total = system.getTotalMemorySize() / MIB;
        String found = total + " MiB, " + system.getAvailableProcessors() + " processors";
        return total >= MEMORY_MIB
                ? Check.ok("memory", found)
                : Check.missing(
                        "memory",
                        found,
                        "Give the machine or container " + MEMORY_MIB + " MiB: the demo takes 1 GiB"
                                + " of heap beside PostgreSQL.");
    }

    /** Certificates and deadlines are judged by the clock; one that is behind the build is surely wrong. */
    static Check clock(Clock clock) {
        Instant now = clock.instant();
        try {
            Path program = Path.of(MachineCheck.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            Instant built = Files.getLastModifiedTime(program).toInstant();
            return now.isBefore(built)
                    ? Check.missing(
                            "clock",
                            now + ", before this program was built at " + built,
                            "Set the clock, best by NTP (timedatectl set-ntp true).")
                    : Check.ok("clock", now + " UTC");
        } catch (IOException | URISyntaxException e) {
            return Check.warning("clock", now + " UTC, not compared", "Compare it with another clock.");
        }
    }

    static Path existing(Path directory) {
        Path absolute = directory.toAbsolutePath().normalize();
        while (!Files.exists(absolute) && absolute.getParent() != null) {
            absolute = absolute.getParent();
        }
        return absolute;
    }
}
