// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.attacker;

import java.io.IOException;
import java.sql.SQLException;
import java.util.function.Consumer;

/** Something that can be read again and again, as each new key has to be tried on everything. */
interface Evidence {

    /** Hands over everything it holds, until the time is up. */
    void replay(Consumer<Window> reader, Pass pass) throws IOException, SQLException;
}
