// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.caseledger.audit.AuditRequest;
import org.caseledger.audit.JsonReport;
import org.caseledger.cli.CommandException;
import org.caseledger.cli.ExitCode;
import org.caseledger.cli.Json;
import org.caseledger.cli.copy.LedgerCopy;

/** The supervisory authority copies the ledger with its own identity and verifies the copy. */
final class Inspection {
    private final Stage stage;
    private final Journal journal;

    Inspection(Stage stage) {
        this.stage = stage;
        this.journal = stage.journal();
    }

    /** A copy of all blocks as they are now, in a directory of its own. */
    void copy(Act.Copy act) {
        LedgerCopy.Result result =
                LedgerCopy.pull(stage.consortium().peer(act.by()), stage.work().resolve(act.name()), Clock.systemUTC());
        journal.observation(
                "copy",
                act.name(),
                Json.mapper()
                        .createObjectNode()
                        .put("authority", act.by())
                        .put("file", result.file().toString())
                        .put("height", result.height()));
        stage.learn("copy " + act.name(), TextNode.valueOf(result.file().toString()));
    }

    /** The blocks of the first copy are, byte for byte, the beginning of the second. */
    void compare(Act.Compare act) {
        Path before = file(act.before());
        Path after = file(act.after());
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
    void search(Act.Search act) {
        Path copy = file(act.name());
        ObjectNode answer = Json.mapper().createObjectNode();
        stage.play().files().values().stream()
                .sorted()
                .forEach(fileNumber -> answer.put(fileNumber, occurrences(copy, fileNumber)));
        Evidence evidence = journal.observation("search", "blocks", answer);
        ObjectNode none = Json.mapper().createObjectNode();
        answer.fieldNames().forEachRemaining(name -> none.put(name, 0));
        journal.statement("no-file-number", evidence, answer.deepCopy(), none);
    }

    /** Verifies the copy from files alone and compares its result with what the authorities' interfaces said. */
    void audit(Act.Audit act) {
        AuditRequest request = AuditRequest.of(
                stage.work().resolve(act.name()), stage.consortium().layout().trust(), stage.today());
        Evidence report =
                journal.observation("audit", "audit", JsonReport.whole(org.caseledger.audit.Audit.create(), request));
        ObjectNode verified = report.at(Map.of(
                "sound", "/sound",
                "blocks", "/verified/blocks",
                "transactions", "/verified/transactions",
                "executedAgain", "/verified/executedAgain",
                "signatures", "/verified/signatures",
                "head", "/ledger/headHash"));
        journal.statement(
                "sound", report, verified, Json.mapper().createObjectNode().put("sound", true));
        ObjectNode recomputed = Json.mapper().createObjectNode();
        ObjectNode said = Json.mapper().createObjectNode();
        for (String field : new String[] {"responsible", "lapsed", "ended"}) {
            recomputed.set(field, report.answer().at("/cases/0/evaluation/" + field));
            said.set(field, stage.evaluation().path(field));
        }
        journal.statement("recomputed", report, recomputed, said);
    }

    private Path file(String name) {
        return Path.of(stage.recall("copy " + name));
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
