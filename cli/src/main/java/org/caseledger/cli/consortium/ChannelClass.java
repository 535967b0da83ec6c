// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.consortium;

import org.caseledger.network.topology.Channel;
import org.caseledger.network.topology.TopologyException;
import org.caseledger.procedure.definition.Definition;
import org.caseledger.procedure.library.Library;

/** Holds the class of channel that definitions ask for against the one that a topology names. */
final class ChannelClass {

    private ChannelClass() {}

    static Definition.Channel of(Channel channel) {
        return channel.kind() == Channel.Kind.NEED_TO_KNOW
                ? Definition.Channel.NEED_TO_KNOW
                : Definition.Channel.COMMON;
    }

    /**
     * Said before anything starts; the ledger would refuse it too.
     *
     * @throws TopologyException if a procedure asks for a channel of those who need to know and this is none
     */
    static void require(Channel channel, Library library) {
        for (Definition definition : library.definitions()) {
            if (definition.channel() == Definition.Channel.NEED_TO_KNOW && of(channel) == Definition.Channel.COMMON) {
                throw new TopologyException("Channel " + channel.name() + " is a common one, and "
                        + definition.pin().id()
                        + " asks for one of those who need to know: its name alone discloses. Give it a channel with"
                        + " \"class: need-to-know\" and only the members who need to know.");
            }
        }
    }
}
