// SPDX-License-Identifier: Apache-2.0
package org.caseledger.ledger.block;

import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;

/**
 * A read and write set of one namespace.
 *
 * @param collections how many private collections it touches
 */
public record ParsedNamespace(String name, KVRWSet set, int collections) {

    /** Whether anything is written here. */
    public boolean writes() {
        return set.getWritesCount() > 0 || set.getMetadataWritesCount() > 0 || collections > 0;
    }

    /** The feature that is used here and not supported; empty when there is none. */
    public String unsupported() {
        if (collections > 0) {
            return "private data";
        }
        if (set.getRangeQueriesInfoCount() > 0) {
            return "range queries";
        }
        return set.getMetadataWritesCount() > 0 ? "key-level endorsement" : "";
    }
}
