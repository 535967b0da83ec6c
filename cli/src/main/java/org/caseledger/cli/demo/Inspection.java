// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import org.caseledger.audit.Audit;
import org.caseledger.audit.AuditProgress;
import org.caseledger.audit.AuditRequest;
import org.caseledger.cli.CommandException;
import org.caseledger.cli.ExitCode;
import org.caseledger.cli.Json;
import org.caseledger.cli.consortium.Consortium;
import org.caseledger.cli.copy.LedgerCopy;

/** The supervisory authority copies the ledger with its own identity and verifies the copy. */
final class Inspection {
    private static final String SUPERVISOR = "EU-SUPERVISOR";

    private final Journal journal;
    private final Consortium consortium;
    private final Path work;
    private final LocalDate today;

    Inspection(Journal journal, Consortium consortium, Path work, LocalDate today) {
        this.journal = journal;
        this.consortium = consortium;
        this.work = work;
        this.today = today;
    }

    /** A copy of all blocks as they are now, in a directory of its own. */
    Path copy(String name) {
        LedgerCopy.Result result = LedgerCopy.pull(consortium.peer(SUPERVISOR), work.resolve(name), Clock.systemUTC());
        journal.observation(
                "copy",
                name,
                Json.mapper()
                        .createObjectNode()
                        .put("authority", SUPERVISOR)
                        .put("file", result.file().toString())
                        .put("height", result.height()));
        return result.file();
    }

    /** The blocks of the first copy are, byte for byte, the beginning of the second. */
    void compare(Path before, Path after) {
        try {
            long size = Files.size(before);
            long differing = Files.mismatch(before, after);
            ObjectNode answer = Json.mapper()
                    .createObjectNode()
                    .put("bytesBefore", size)
                    .put("bytesAfter", Files.size(after))
                    .put("sameBytes", differing < 0 ? size : differing);
            Evidence evidence = journal.observation("comparison", "blocks", answer);
            journal.statement(
                    "blocks-unchanged",
                    evidence,
                    answer.deepCopy(),
                    Json.mapper().createObjectNode().put("sameBytes", size));
        } catch (IOException e) {
            throw unreadable(after, e);
        }
    }

    /** No file number is on the ledger. */
    void search(Path copy) {
        ObjectNode answer = Json.mapper().createObjectNode();
        for (String fileNumber : new String[] {Timeline.AUSTRIAS_FILE, Timeline.BULGARIAS_FILE}) {
            answer.put(fileNumber, occurrences(copy, fileNumber));
        }
        Evidence evidence = journal.observation("search", "blocks", answer);
        ObjectNode none = Json.mapper().createObjectNode();
        answer.fieldNames().forEachRemaining(name -> none.put(name, 0));
        journal.statement("no-file-number", evidence, answer.deepCopy(), none);
    }

    /** Verifies the copy in the directory from files alone and compares its result with what the authorities' interfaces said. */
    void audit(Path directory, JsonNode evaluation) {
        journal.chapter("audit");
        AuditRequest request = AuditRequest.of(directory, consortium.layout().trust(), today);
        Evidence report = journal.observation(
                "audit",
                "audit",
                Audit.create().verify(request, AuditProgress.NONE).toJson());
        ObjectNode verified = report.at(java.util.Map.of(
                "sound", "/sound",
                "blocks", "/verified/blocks",
                "transactions", "/verified/transactions",
                "executedAgain", "/verified/executedAgain",
                "signatures", "/verified/signatures",
                "head", "/ledger/headHash"));
        journal.statement(
                "sound", report, verified, Json.mapper().createObjectNode().put("sound", true));
        ObjectNode recomputed = Json.mapper().createObjectNode();
        recomputed.set("responsible", report.answer().at("/cases/0/evaluation/responsible"));
        recomputed.set("lapsed", report.answer().at("/cases/0/evaluation/lapsed"));
        ObjectNode said = Json.mapper().createObjectNode();
        said.set("responsible", evaluation.path("responsible"));
        said.set("lapsed", evaluation.path("lapsed"));
        journal.statement("recomputed", report, recomputed, said);
    }

    private static long occurrences(Path file, String text) {
        byte[] wanted = text.getBytes(StandardCharsets.UTF_8);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            long count = 0;
            int matched = 0;
            for (int next = in.read(); next >= 0; next = in.read()) {
                // No file number's beginning recurs within it before its digits, so that one restart is enough.
                matched = next == wanted[matched] ? matched + 1 : (next == wanted[0] ? 1 : 0);
                if (matched == wanted.length) {
                    count++;
                    matched = 0;
                }
            }
            return count;
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static CommandException unreadable(Path file, IOException e) {
        return new CommandException(ExitCode.ENVIRONMENT, file + " cannot be read. Run the demo again.", e);
    }
}
