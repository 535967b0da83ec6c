// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.projection;

/** A block is not what its chain or the forms of the ledger say that it should be. */
final class DamagedBlockException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DamagedBlockException(long block, String what) {
        super("Block " + block + " holds " + what + ".");
    }
}
