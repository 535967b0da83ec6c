// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

import java.util.List;

/**
 * Values that case attributes take, where the guard holds.
 *
 * @param reopens whether it changes also what a final lapse has set
 */
record Setting(Guard when, List<Value> values, boolean reopens) {

    /** A value of a case attribute, which is known by its number. */
    record Value(int attribute, String value) {}
}
