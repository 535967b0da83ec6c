// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.links;

import java.util.List;

/** Tombstones of a request's links among random ones, to be published before anything is destroyed. */
public record TombstoneBatch(String batch, List<String> tombstones) {
    public TombstoneBatch {
        tombstones = List.copyOf(tombstones);
    }
}
