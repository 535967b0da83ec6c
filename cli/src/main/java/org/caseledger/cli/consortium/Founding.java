// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.consortium;

import java.util.List;
import org.caseledger.gateway.governance.Governance;
import org.caseledger.gateway.governance.Participant;
import org.caseledger.network.NetworkException;
import org.caseledger.procedure.calendar.Calendar;
import org.caseledger.procedure.definition.Definition;
import org.caseledger.procedure.library.Library;

/**
 * Brings the founding members to agree on who takes part and on the shipped calendars and definitions. Each authority
 * speaks for itself through its own peer; calling again does only what is missing.
 */
final class Founding {
    private final List<Governance> voices;
    private final List<Participant> founders;
    private final Definition.Channel channel;

    Founding(List<Governance> voices, List<Participant> founders, Definition.Channel channel) {
        this.channel = channel;
        this.voices = voices;
        this.founders = founders;
    }

    void agree(Library library) {
        requireActive("the participants", last(voice -> voice.participants(founders, channel)));
        for (Calendar calendar : library.calendars()) {
            requireActive(calendar.pin().id(), last(voice -> voice.calendar(calendar.content())));
        }
        for (Definition definition : library.definitions()) {
            requireActive(definition.pin().id(), last(voice -> voice.definition(definition.content())));
        }
    }

    private boolean last(Vote vote) {
        boolean active = false;
        for (Governance voice : voices) {
            active = vote.cast(voice);
        }
        return active;
    }

    private static void requireActive(String what, boolean active) {
        if (!active) {
            throw new NetworkException("The founding members did not come to agree on " + what
                    + ". The data directory may hold another consortium's ledger; choose another one.");
        }
    }

    private interface Vote {
        boolean cast(Governance voice);
    }
}
