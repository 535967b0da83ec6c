// SPDX-License-Identifier: Apache-2.0
package org.caseledger.ledger.state;

import java.util.Map;
import java.util.Optional;
import org.caseledger.ledger.state.WorldState.StateUpdate;

/** The state after the newest block, as far as judging the next one needs it. One thread applies blocks. */
public interface CommittedState {

    /** A key's newest value; empty when it is absent or deleted. */
    Optional<StateValue> get(StateKey key);

    /** Applies what a block wrote: each key's last value, or nothing where it was deleted. */
    void apply(long block, Map<StateKey, StateUpdate> updates);
}
