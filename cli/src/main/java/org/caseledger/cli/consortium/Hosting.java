// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.consortium;

/** Where the authorities' services run. */
public enum Hosting {
    /** All in this JVM, over loopback TLS: what the demo does. */
    THIS_PROCESS,
    /** Each in a process of its own through its {@code main}, as in production: what can be killed one by one. */
    OWN_PROCESSES
}
