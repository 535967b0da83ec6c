// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.demo;

/** Each authority's own handle of the one case. */
record Handles(String austrias, String bulgarias) {

    String of(String authority) {
        return authority.equals(Timeline.AUSTRIA) ? austrias : bulgarias;
    }
}
