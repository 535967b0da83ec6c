// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.demo;

import java.nio.file.Path;
import java.time.LocalDate;
import org.caseledger.cli.consortium.Consortium;

/** Plays a case, act by act, on a consortium that is ready. */
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

    public void play(PlayedCase play) {
        Stage stage = new Stage(journal, consortium, play, work, today);
        play.acts().forEach(act -> act.play(stage));
    }
}
