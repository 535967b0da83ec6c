// SPDX-License-Identifier: Apache-2.0
package org.caseledger.privacy.vault;

import java.sql.SQLException;
import org.caseledger.privacy.tree.TreeException;

/**
 * One unit of work on the vault. It refuses with a {@link org.caseledger.privacy.problem.ProblemException} before it
 * changes anything; any other exception discards everything that was grouped with it.
 *
 * @param <T> what it answers, handed out only once the changes are durable
 */
@FunctionalInterface
public interface Work<T> {
    T on(VaultSession session) throws TreeException, SQLException;
}
