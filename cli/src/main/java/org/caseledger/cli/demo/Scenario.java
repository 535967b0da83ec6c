// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.LocalDate;
import org.caseledger.cli.consortium.Consortium;

/** What the demo plays, in order, on a consortium that is ready. */
public final class Scenario {
    private final Journal journal;
    private final Consortium consortium;
    private final Path work;
    private final LocalDate today;

    /**
     * @param work a directory for copies
     * @param today the machine's date (UTC): the demo fakes no clock
     */
    public Scenario(Journal journal, Consortium consortium, Path work, LocalDate today) {
        this.journal = journal;
        this.consortium = consortium;
        this.work = work;
        this.today = today;
    }

    public void play() {
        Desks desks = new Desks(consortium);
        Inspection inspection = new Inspection(journal, consortium, work, today);
        Erasure erasure = new Erasure(journal, desks, today);
        Burglary burglary = new Burglary(journal, consortium, work);

        Handles handles = new Timeline(journal, desks).play();
        JsonNode evaluation = new Results(journal, desks, handles, today).check();
        erasure.refuse();
        burglary.before();
        Path before = inspection.copy("before");
        erasure.grant();
        erasure.resolveNothing(handles);
        burglary.after();
        Path after = inspection.copy("after");
        inspection.audit(work.resolve("after"), evaluation);
        inspection.compare(before, after);
        inspection.search(after);
    }
}
