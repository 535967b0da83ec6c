// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.caseledger.cli.CommandException;
import org.caseledger.cli.ExitCode;
import org.caseledger.cli.consortium.Consortium;

/** Where a case is played, and what its acts learned of it so far. */
final class Stage {
    private final Journal journal;
    private final Consortium consortium;
    private final PlayedCase play;
    private final Desks desks;
    private final Path work;
    private final LocalDate today;
    private final Map<String, String> known = new HashMap<>();
    private JsonNode evaluation = MissingNode.getInstance();
    private int entries;

    Stage(Journal journal, Consortium consortium, PlayedCase play, Path work, LocalDate today) {
        this.journal = journal;
        this.consortium = consortium;
        this.play = play;
        this.desks = new Desks(consortium);
        this.work = work;
        this.today = today;
    }

    Journal journal() {
        return journal;
    }

    Consortium consortium() {
        return consortium;
    }

    PlayedCase play() {
        return play;
    }

    ApiClient caseworker(String authority) {
        return desks.caseworker(authority);
    }

    ApiClient dataProtection(String authority) {
        return desks.dataProtection(authority);
    }

    /** A directory for copies. */
    Path work() {
        return work;
    }

    /** The day that an act's file means. */
    String day(String written) {
        return written.equals("today") ? today.toString() : written;
    }

    LocalDate today() {
        return today;
    }

    /** Keeps what an answer called something, such as an authority's handle of the case. */
    void learn(String what, JsonNode answered) {
        if (!answered.isValueNode() || answered.isNull()) {
            throw new CommandException(
                    ExitCode.CHECK_FAILED,
                    "There is no " + what + " to go on with. See the answers in the document that --json writes.");
        }
        known.put(what, answered.asText());
    }

    String handle(String authority) {
        return recall("handle of " + authority);
    }

    String recall(String what) {
        String learned = known.get(what);
        if (learned == null) {
            throw new CommandException(ExitCode.DEFECT, "The played case speaks of " + what + " before it is known.");
        }
        return learned;
    }

    /** One entry more is in the case. */
    void entered() {
        entries++;
    }

    /** How many entries the case has. */
    int entries() {
        return entries;
    }

    /** What the authorities show of the case. */
    JsonNode evaluation() {
        return evaluation;
    }

    void shown(JsonNode shown) {
        evaluation = shown;
    }
}
