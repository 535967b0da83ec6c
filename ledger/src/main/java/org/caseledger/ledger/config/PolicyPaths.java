// SPDX-License-Identifier: Apache-2.0
package org.caseledger.ledger.config;

/** Where Fabric looks for the policies that decide something here. */
public final class PolicyPaths {
    /** Who may read blocks and ask for a transaction's fate. */
    public static final String READERS = "/Channel/Readers";
    /** Whose transactions the orderers take. */
    public static final String WRITERS = "/Channel/Writers";
    /** Who may have a proposal executed, unless an access rule says otherwise. */
    public static final String APPLICATION_WRITERS = "/Channel/Application/Writers";
    /** Who may read, of the authorities alone. */
    public static final String APPLICATION_READERS = "/Channel/Application/Readers";
    /** What a transaction needs unless its chaincode's definition says otherwise. */
    public static final String ENDORSEMENT = "/Channel/Application/Endorsement";
    /** What the definition of a chaincode needs. */
    public static final String LIFECYCLE_ENDORSEMENT = "/Channel/Application/LifecycleEndorsement";
    /** Which orderers must have signed a block. */
    public static final String BLOCK_VALIDATION = "/Channel/Orderer/BlockValidation";

    private PolicyPaths() {}
}
