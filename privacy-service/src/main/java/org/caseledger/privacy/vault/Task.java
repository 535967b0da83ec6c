// SPDX-License-Identifier: Apache-2.0
package org.caseledger.privacy.vault;

import java.sql.SQLException;
import org.caseledger.privacy.tree.TreeException;

/** {@link Work} without an answer. */
@FunctionalInterface
public interface Task {
    void on(VaultSession session) throws TreeException, SQLException;
}
