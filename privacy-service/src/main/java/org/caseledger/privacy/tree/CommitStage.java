// SPDX-License-Identifier: Apache-2.0
package org.caseledger.privacy.tree;

/** How far a commit that destroys has come. A process that dies between two of these is decided at the next start. */
public enum CommitStage {
    /** The root key file holds the active and the next key; the database is as before. */
    NEXT_KEY_WRITTEN,
    /** The pages are committed under the next key; the active one still lies in the file. */
    PAGES_COMMITTED,
    /** The file holds the new key alone. */
    OLD_KEY_DESTROYED
}
